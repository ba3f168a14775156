namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>A level of a list.</summary>
internal sealed class WordListLevel
{
    public int Start { get; set; } = 1;

    /// <summary>How it counts, for example <c>decimal</c>; <c>bullet</c> where it does not.</summary>
    public string Format { get; set; } = "decimal";

    /// <summary>The label, with <c>%1</c> for the number of the first level and so on.</summary>
    public string Text { get; set; } = string.Empty;
}
