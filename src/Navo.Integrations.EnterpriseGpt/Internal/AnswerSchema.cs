namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>A JSON schema of strict structured output: every object closed, every member required.</summary>
/// <param name="Name">Its name: letters, digits, <c>_</c> and <c>-</c>.</param>
/// <param name="Schema">The schema.</param>
internal sealed record AnswerSchema(string Name, BinaryData Schema);
