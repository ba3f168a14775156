using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction;

public sealed partial class DocumentWriter
{
    private readonly Stack<int> _marks = [];
    private int _openMarks;

    /// <summary>Writes text within a block: white space collapsed, everything escaped.</summary>
    internal void Text(ReadOnlySpan<char> text)
    {
        Count(text.Length);
        _text.Text(text);
    }

    /// <summary>Breaks the line within a block.</summary>
    internal void Break() => _text.Break();

    /// <summary>Writes text whose line ends are line breaks.</summary>
    internal void Lines(ReadOnlySpan<char> text)
    {
        bool first = true;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (!first)
            {
                Break();
            }

            first = false;
            Text(line);
        }
    }

    /// <summary>Opens an emphasis; false where it is open already, and then it must not be closed.</summary>
    internal bool OpenMark(InlineMark mark)
    {
        bool opened = _text.Current.Marks.Open(mark);
        _openMarks += opened ? 1 : 0;
        return opened;
    }

    /// <summary>Closes the emphasis that was opened last.</summary>
    internal void CloseMark()
    {
        _text.Current.Marks.Close();
        _openMarks--;
    }

    /// <summary>Writes text with an emphasis.</summary>
    internal void Marked(InlineMark mark, ReadOnlySpan<char> text)
    {
        bool opened = OpenMark(mark);
        Text(text);
        if (opened)
        {
            CloseMark();
        }
    }

    /// <summary>Writes code within a line.</summary>
    internal void CodeSpan(string code)
    {
        Count(code.Length);
        CodeMarkup.Span(_text, code);
    }

    /// <summary>Writes a link. One whose scheme does more than lead somewhere keeps its text only.</summary>
    internal void Link(string text, string address)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            text = address;
        }

        if (LinkAddress.Forbidden(address) is { } scheme)
        {
            Lose($"link:{scheme}", "The link's text is kept, its target is not: the scheme may run something.");
            Text(text);
            return;
        }

        Count(text.Length + address.Length);
        NoteLink(text, address);
        if (address.Length == 0 || address[0] == '#')
        {
            _text.Text(text);
            return;
        }

        _text.Markup("[");
        _text.Text(text.AsSpan().Trim());
        _text.Append($"]({LinkAddress.Escaped(address)})");
    }

    /// <summary>Notes a link whose text is written already.</summary>
    internal void NoteLink(string text, string address)
    {
        if (LinkAddress.Forbidden(address) is not null)
        {
            return;
        }

        bool isAnchor = address.StartsWith('#');
        _links.Add(new ContentLink
        {
            Kind = isAnchor ? ContentLinkKind.Anchor : ContentLinkKind.Address,
            Text = text.Trim(),
            Target = isAnchor ? address[1..] : address,
        });
    }

    private void Count(int characters)
    {
        _meter.Characters(characters);
        _meter.Checkpoint();
    }

    private void CloseMarks()
    {
        int outer = _marks.Count > 0 ? _marks.Peek() : 0;
        while (_openMarks > outer)
        {
            CloseMark();
        }
    }
}
