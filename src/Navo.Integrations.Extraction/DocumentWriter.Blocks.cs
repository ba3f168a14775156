using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction;

public sealed partial class DocumentWriter
{
    /// <summary>Writes a heading.</summary>
    /// <param name="level">Its level; less than 1 is 1, more than 6 is 6.</param>
    /// <param name="text">Its text.</param>
    public void Heading(int level, string text) => Write(() => BeginHeading(level), text);

    /// <summary>Writes a paragraph. Line ends in it are kept.</summary>
    /// <param name="text">Its text.</param>
    public void Paragraph(string text) => Write(() => Begin(ExtractedBlockKind.Paragraph), text);

    /// <summary>Writes an item of a list.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="level">How deep it is nested, from 0.</param>
    /// <param name="number">Its number in a numbered list; null for a bullet.</param>
    public void ListItem(string text, int level = 0, int? number = null) => Write(() => BeginListItem(level, number), text);

    /// <summary>Writes a quotation.</summary>
    /// <param name="text">Its text.</param>
    public void Quote(string text) => Write(() => BeginQuote(ExtractedBlockKind.Quote), text);

    /// <summary>Writes text that stands beside the text: a footnote, a comment, a speaker's note.</summary>
    /// <param name="label">What it is, for example <c>Comment by Ann</c>.</param>
    /// <param name="text">Its text.</param>
    public void Note(string label, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        Write(() => BeginNote(label), text);
    }

    /// <summary>Writes what the file says of an image or a chart.</summary>
    /// <param name="text">The description or title.</param>
    public void Figure(string text) => Write(() => BeginFigure(), text);

    /// <summary>Writes text whose line ends matter, as it is.</summary>
    /// <param name="code">The text.</param>
    /// <param name="language">The language of a program's text; empty where it is not known.</param>
    public void Code(string code, string language = "")
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(language);
        if (string.IsNullOrWhiteSpace(code))
        {
            return;
        }

        Count(code.Length);
        Begin(ExtractedBlockKind.Code);
        CodeMarkup.Block(_text, code, MarkupName.Safe(language));
        End();
    }

    private void Write(Action begin, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        begin();
        Lines(text);
        End();
    }
}
