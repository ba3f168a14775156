namespace Navo.Integrations.Extraction.Formats.Docx;

/// <content>What stands in a line, and the beginning and end of its block.</content>
internal sealed partial class WordText
{
    private void Image(string? description)
    {
        if (string.IsNullOrWhiteSpace(description))
        {
            output.Lose("image", "An image or drawing without a description is not shown.");
            return;
        }

        EndLink();
        Begin();
        output.Marked(InlineMark.Emphasis, description);
        output.Text(" ");
    }

    private void Write(string text)
    {
        if (_run.IsHidden)
        {
            output.Lose("text:hidden", "Text that is marked as hidden is left out.");
        }
        else if (_link is not null)
        {
            _link.Append(text);
        }
        else if (!string.IsNullOrWhiteSpace(text) || (_paragraphs.TryPeek(out WordParagraph? paragraph) && paragraph.HasBegun))
        {
            Begin();
            bool bold = _run.IsBold && output.OpenMark(InlineMark.Strong);
            bool italic = _run.IsItalic && output.OpenMark(InlineMark.Emphasis);
            bool struck = _run.IsStruck && output.OpenMark(InlineMark.Strike);
            output.Text(text);
            Close(struck, italic, bold);
        }
    }

    private void Close(params ReadOnlySpan<bool> opened)
    {
        foreach (bool mark in opened)
        {
            if (mark)
            {
                output.CloseMark();
            }
        }
    }

    private void Begin()
    {
        if (!_paragraphs.TryPeek(out WordParagraph? paragraph))
        {
            _paragraphs.Push(paragraph = new WordParagraph());
        }

        if (!paragraph.HasBegun)
        {
            paragraph.HasBegun = true;
            WordBlocks.Begin(paragraph, styles, numbering, output);
        }
    }

    private void End(WordParagraph paragraph)
    {
        EndLink();
        if (paragraph.HasBegun)
        {
            output.End();
        }

        if (_page > 0)
        {
            output.Page(_page);
            _page = 0;
        }

        foreach ((string label, string text) in paragraph.Notes)
        {
            output.Note(label, text);
        }

        _after.ForEach(write => write());
        _after.Clear();
    }
}
