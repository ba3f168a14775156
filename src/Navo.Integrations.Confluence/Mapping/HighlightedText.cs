namespace Navo.Integrations.Confluence.Mapping;

/// <summary>A passage in which a search marked its matches.</summary>
/// <param name="Text">The passage without marks and escapes; null where there is none.</param>
/// <param name="Words">Each matched word once; null where none is marked.</param>
internal readonly record struct HighlightedText(string? Text, IReadOnlyList<string>? Words);
