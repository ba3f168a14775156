using System.Buffers;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction;

/// <content>Rows that are written as they come, without being held.</content>
public sealed partial class DocumentWriter
{
    private const int SignsOfCell = 3;

    private static readonly SearchValues<char> SpecialInCell = SearchValues.Create("\t\r\n\\`*_[]<|~&");

    /// <summary>Begins a table of rows with its header; one whose cells are empty is an empty header.</summary>
    internal void BeginRows(ReadOnlySpan<ReadOnlyMemory<char>> header)
    {
        Begin(ExtractedBlockKind.Table);
        Cells(header);
        _text.Tighten();
        _text.Markup("|" + string.Concat(Enumerable.Repeat(" --- |", header.Length)));
    }

    /// <summary>Ends the block that cites the rows so far, and goes on with the same table.</summary>
    internal void ContinueRows(string cellRange)
    {
        EndRows(cellRange);
        Begin(ExtractedBlockKind.Table);
        _text.Tighten();
    }

    /// <summary>Ends the table.</summary>
    internal void EndRows(string cellRange) => End(cellRange);

    /// <summary>Writes a row.</summary>
    internal void Row(ReadOnlySpan<ReadOnlyMemory<char>> cells)
    {
        _text.Tighten();
        Cells(cells);
    }

    private void Cells(ReadOnlySpan<ReadOnlyMemory<char>> cells)
    {
        int characters = 0;
        int filled = 0;
        foreach (ReadOnlyMemory<char> cell in cells)
        {
            characters += cell.Length;
            filled += cell.IsEmpty ? 0 : 1;
        }

        _meter.Cells(filled);
        Count(characters + (SignsOfCell * cells.Length));
        _text.Begin('|');
        _text.Current.AtStart = false;
        _text.Current.Markdown.Append('|');
        for (int i = 0; i < cells.Length; i++)
        {
            Cell(cells[i].Span.Trim(), i > 0);
        }
    }

    private void Cell(ReadOnlySpan<char> text, bool follows)
    {
        PooledText markdown = _text.Current.Markdown;
        PooledText plain = _text.Current.Plain;
        if (follows && !text.IsEmpty)
        {
            plain.Append('\t');
        }

        markdown.Append(' ');
        while (text.IndexOfAny(SpecialInCell) is >= 0 and var at)
        {
            markdown.Append(text[..at]);
            plain.Append(text[..at]);
            Special(markdown, text[at], at + 1 < text.Length ? text[at + 1] : ' ');
            plain.Append(text[at] is '\r' or '\n' or '\t' ? ' ' : text[at]);
            text = text[(at + 1)..];
        }

        markdown.Append(text);
        plain.Append(text);
        markdown.Append(" |");
    }

    private static void Special(PooledText markdown, char special, char next)
    {
        switch (special)
        {
            case '\n':
                markdown.Append("<br>");
                break;
            case '\r':
                break;
            case '\t':
                markdown.Append(' ');
                break;
            default:
                if (MarkdownEscape.Needed(markdown.Last, special, next))
                {
                    markdown.Append('\\');
                }

                markdown.Append(special);
                break;
        }
    }
}
