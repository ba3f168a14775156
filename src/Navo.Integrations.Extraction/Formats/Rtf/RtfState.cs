namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>What holds within a group, and ends with it.</summary>
/// <param name="Destination">Where its text goes.</param>
/// <param name="Font">The font, which decides on the code page.</param>
/// <param name="Fallback">How many characters stand for a Unicode character, for readers that do not know those.</param>
/// <param name="IsHidden">Whether its text is hidden.</param>
internal readonly record struct RtfState(RtfDestination Destination, int Font, int Fallback, bool IsHidden);
