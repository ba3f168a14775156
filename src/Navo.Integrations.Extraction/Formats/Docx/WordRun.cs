namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>How the text of a run looks.</summary>
internal struct WordRun
{
    public bool IsBold;
    public bool IsItalic;
    public bool IsStruck;
    public bool IsHidden;
}
