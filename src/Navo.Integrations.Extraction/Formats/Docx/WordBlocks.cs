using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>Decides what a paragraph is, and begins it.</summary>
internal static class WordBlocks
{
    public static void Begin(WordParagraph paragraph, WordStyles styles, WordNumbering numbering, DocumentWriter output)
    {
        (int? list, int level) = paragraph.List is { } own ? (own, paragraph.ListLevel) : styles.ListOf(paragraph.Style);
        (int? number, string label) = list is > 0 ? numbering.Count(list.Value, level) : (null, string.Empty);
        int? heading = paragraph.Outline is >= 0 and < 9 ? paragraph.Outline + 1 : paragraph.Outline is null ? styles.HeadingOf(paragraph.Style) : null;
        if (heading is { } deep)
        {
            output.BeginHeading(deep);
            if (label.Length > 0)
            {
                output.Text(label + " ");
            }
        }
        else if (list is > 0)
        {
            output.BeginListItem(level, number);
        }
        else if (styles.IsQuote(paragraph.Style))
        {
            output.BeginQuote(ExtractedBlockKind.Quote);
        }
        else
        {
            output.Begin(ExtractedBlockKind.Paragraph);
        }
    }
}
