namespace Navo.Integrations.Markup;

/// <summary>What a new block becomes where the writer stands.</summary>
internal enum MarkupFlow
{
    /// <summary>A new paragraph.</summary>
    Block,

    /// <summary>A <c>&lt;br&gt;</c>: the row of a table is one line.</summary>
    Cell,

    /// <summary>A space: headings, link texts and captions are one line.</summary>
    Inline,
}
