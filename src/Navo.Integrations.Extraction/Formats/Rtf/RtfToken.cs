namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>A token of RTF.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">The control word or symbol.</param>
/// <param name="Value">The parameter of a control word, or the byte of a character.</param>
internal readonly record struct RtfToken(RtfTokenKind Kind, string Word = "", int? Value = null);
