namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>A message of a prompt, its parts joined to one text.</summary>
/// <param name="Role">Who speaks: system, developer, user, assistant or tool.</param>
/// <param name="Text">What is said.</param>
internal sealed record PromptMessage(string Role, string Text);
