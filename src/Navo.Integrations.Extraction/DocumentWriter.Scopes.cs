using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction;

public sealed partial class DocumentWriter
{
    private readonly Stack<OpenBlock> _open = [];
    private readonly List<int> _listWidths = [];
    private ExtractedBlockKind? _last;

    /// <summary>Writes a block whose Markdown is made already.</summary>
    internal void Verbatim(ExtractedBlockKind kind, int level, string markdown, string plain)
    {
        Count(markdown.Length);
        Begin(kind, level);
        string[] lines = markdown.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                _text.Tighten();
            }

            _text.VerbatimLine(lines[i], i == 0 ? plain : string.Empty);
        }

        End();
    }

    internal void BeginHeading(int level)
    {
        Begin(ExtractedBlockKind.Heading, Math.Clamp(level, 1, 6), _text.IsInCell ? string.Empty : new string('#', Math.Clamp(level, 1, 6)) + " ", string.Empty);
        if (!_text.IsInCell)
        {
            _text.Current.Flow = MarkupFlow.Inline;
        }
    }

    /// <summary>Begins another list: its first item does not follow the last of the one before.</summary>
    internal void BeginList()
    {
        _last = null;
        _listWidths.Clear();
    }

    internal void BeginListItem(int level, int? number)
    {
        level = Math.Clamp(level, 0, 16);
        string sign = number is { } n ? string.Create(CultureInfo.InvariantCulture, $"{n}. ") : "- ";
        int indentation = 0;
        for (int i = 0; i < level; i++)
        {
            indentation += i < _listWidths.Count ? _listWidths[i] : 2;
        }

        _listWidths.RemoveRange(Math.Min(level, _listWidths.Count), Math.Max(0, _listWidths.Count - level));
        while (_listWidths.Count < level)
        {
            _listWidths.Add(2);
        }

        _listWidths.Add(sign.Length);
        string outer = new(' ', indentation);
        Begin(ExtractedBlockKind.ListItem, level, outer + sign, outer + new string(' ', sign.Length));
    }

    internal void BeginQuote(ExtractedBlockKind kind) => Begin(kind, 0, _text.IsInCell ? string.Empty : "> ", _text.IsInCell ? string.Empty : "> ");

    internal void BeginNote(string label)
    {
        BeginQuote(ExtractedBlockKind.Note);
        Marked(InlineMark.Strong, label + ":");
        Text(" ");
    }

    internal void BeginFigure()
    {
        Begin(ExtractedBlockKind.Figure);
        OpenMark(InlineMark.Emphasis);
    }

    /// <summary>Begins a block. Blocks within it become its lines.</summary>
    internal void Begin(ExtractedBlockKind kind, int level = 0, string? first = null, string rest = "")
    {
        _meter.Checkpoint();
        if (kind == ExtractedBlockKind.ListItem && (_last == ExtractedBlockKind.ListItem || (_open.TryPeek(out OpenBlock outer) && outer.Kind == ExtractedBlockKind.ListItem)))
        {
            _text.Tighten();
        }
        else
        {
            _text.Block();
        }

        _open.Push(new OpenBlock(kind, _text.Current.Markdown.Length, _text.Current.Plain.Length, level, first is not null));
        if (first is not null)
        {
            _text.Indent(first, rest);
        }
    }

    /// <summary>Ends the block that was begun last.</summary>
    internal void End(string? cellRange = null)
    {
        CloseMarks();
        OpenBlock block = _open.Pop();
        if (block.HasPrefix)
        {
            _text.Outdent();
        }

        if (block.Kind == ExtractedBlockKind.Heading && !_text.IsInCell)
        {
            _text.Current.Flow = MarkupFlow.Block;
        }

        if (_open.Count == 0 && !_text.IsInCell)
        {
            Record(block, cellRange);
        }

        _text.Block();
    }

    private void Record(OpenBlock block, string? cellRange)
    {
        ReadOnlySpan<char> written = _text.Current.Markdown.From(block.Start);
        int start = written.IndexOfAnyExcept('\n');
        if (start < 0)
        {
            return;
        }

        if (block.Kind == ExtractedBlockKind.Heading)
        {
            _place.Heading(block.Level, _text.Current.Plain.From(block.PlainStart).Trim().ToString());
        }

        _last = block.Kind;
        _blocks.Add(new ExtractedBlock(block.Kind, block.Start + start, written.Length - start, _place.At(cellRange)));
    }

    private void CloseAll()
    {
        CloseTables();
        while (_open.Count > 0)
        {
            End();
        }
    }
}
