namespace Navo.Integrations.EnterpriseGpt;

/// <summary>The JSON that an answer must be (strict structured output).</summary>
/// <param name="Name">Its name: 1 to 64 letters, digits, <c>_</c> or <c>-</c>.</param>
/// <param name="Schema">Its JSON schema: every object with <c>additionalProperties: false</c> and all of its members required.</param>
/// <remarks><see href="https://platform.openai.com/docs/guides/structured-outputs"/>.</remarks>
public sealed record AnswerFormat(string Name, string Schema);
