namespace Navo.Integrations.Abstractions;

/// <summary>A part of a content that begins with a heading.</summary>
public sealed record ContentSection
{
    /// <summary>The headings from the outermost to this one; empty for the text before the first heading.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>The level of the heading, 1 to 6; 0 for the text before the first heading.</summary>
    public required int Level { get; init; }

    /// <summary>The fragment that leads to the heading on the item's web page, without the <c>#</c>.</summary>
    public string? Anchor { get; init; }

    /// <summary>Where the section begins in <see cref="KnowledgeContent.Markdown"/>, in UTF-16 characters.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is, in UTF-16 characters, up to the next heading of any level.</summary>
    public required int Length { get; init; }
}
