namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>The passage that an inline comment stands at.</summary>
/// <param name="Text">The text as it read when the comment was made.</param>
/// <param name="Resolution">The vendor's word: <c>open</c>, <c>reopened</c>, <c>resolved</c> or <c>dangling</c>.</param>
public sealed record SimulatedPassage(string Text, string Resolution = "open");
