namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Where a heading stands.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Start">Where its line begins in the Markdown.</param>
/// <param name="PlainStart">Where its text begins in the plain text.</param>
/// <param name="PlainLength">How long its text is there.</param>
/// <param name="Anchor">The name of an anchor macro that stands in the heading; it goes before the site's own form.</param>
internal readonly record struct HeadingNote(int Level, int Start, int PlainStart, int PlainLength, string? Anchor)
{
    /// <summary>In the place of a heading, for the text before the first.</summary>
    public static HeadingNote None => default;
}
