namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>Where the text of a group goes.</summary>
internal enum RtfDestination
{
    /// <summary>The text of the document.</summary>
    Body,

    /// <summary>Nowhere: style sheets, pictures and what is not known.</summary>
    Nowhere,

    /// <summary>The table of fonts.</summary>
    Fonts,

    /// <summary>What a field is, for example a link.</summary>
    FieldInstruction,

    /// <summary>What a field shows.</summary>
    FieldResult,

    /// <summary>The bullet or number of a list item.</summary>
    ListText,

    /// <summary>A footnote.</summary>
    Footnote,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>The properties of the document, of which some are known.</summary>
    Information,

    /// <summary>The title of the document.</summary>
    Title,

    /// <summary>The author of the document.</summary>
    Author,
}
