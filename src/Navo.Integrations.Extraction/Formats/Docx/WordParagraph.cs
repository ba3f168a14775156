namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>A paragraph that is being read.</summary>
internal sealed class WordParagraph
{
    public string? Style { get; set; }

    /// <summary>The level of a heading that the paragraph sets itself.</summary>
    public int? Outline { get; set; }

    /// <summary>The list that it belongs to by its own word; 0 takes it out of a list.</summary>
    public int? List { get; set; }

    public int ListLevel { get; set; }

    /// <summary>Whether its block has begun.</summary>
    public bool HasBegun { get; set; }

    /// <summary>Notes to write after it.</summary>
    public List<(string Label, string Text)> Notes { get; } = [];
}
