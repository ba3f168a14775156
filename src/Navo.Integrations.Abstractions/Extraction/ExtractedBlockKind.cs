namespace Navo.Integrations.Abstractions;

/// <summary>What a part of an extracted text is.</summary>
public enum ExtractedBlockKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A heading, or the title of a slide.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A table, or as many rows of a long one as make a part.</summary>
    Table,

    /// <summary>Code, or other text whose line ends matter.</summary>
    Code,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>Text beside the text: a footnote, a comment, a speaker's note.</summary>
    Note,

    /// <summary>What the file says of an image or chart: its description, title or values.</summary>
    Figure,
}
