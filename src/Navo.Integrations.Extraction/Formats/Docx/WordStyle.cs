namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>A style of paragraphs.</summary>
internal sealed class WordStyle
{
    public string Name { get; set; } = string.Empty;

    /// <summary>The style that it starts from.</summary>
    public string? BasedOn { get; set; }

    /// <summary>The level of a heading from 1; 0 where it is said to be none; null where nothing is said.</summary>
    public int? Heading { get; set; }

    /// <summary>The list that its paragraphs belong to.</summary>
    public int? List { get; set; }

    public int ListLevel { get; set; }
}
