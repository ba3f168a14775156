namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A system prompt as the model would get it.</summary>
/// <param name="Text">The text with its values.</param>
/// <param name="VersionKey">The template, as <c>name@version</c>.</param>
/// <param name="Tokens">How many tokens it has in the vocabulary <c>o200k_base</c>.</param>
public sealed record PromptPreview(string Text, string VersionKey, int Tokens);
