namespace Navo.Integrations.Markup;

/// <summary>Emphasis. Markdown reads a sign by its neighbours (left- and right-flanking); where they would mislead it, the HTML tag is written.</summary>
internal sealed class InlineMarks(PooledText markdown)
{
    private readonly List<OpenMark> _open = [];
    private OpenMark? _closed;
    private int _closedAt = -1;

    /// <summary>Opens an emphasis; false where it is open already, and then it must not be closed.</summary>
    public bool Open(InlineMark mark)
    {
        foreach (OpenMark open in _open)
        {
            if (open.Mark == mark)
            {
                return false;
            }
        }

        _open.Add(new OpenMark(mark));
        return true;
    }

    /// <summary>Begins anew, for another text in the same place.</summary>
    public void Reset()
    {
        _open.Clear();
        (_closed, _closedAt) = (null, -1);
    }

    public void Close()
    {
        OpenMark open = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (open.Start >= 0)
        {
            markdown.Append(open.AsTag ? open.Mark.ClosingTag : open.Mark.Sign);
            _closed = open;
            _closedAt = markdown.Length;
        }
    }

    /// <summary>Writes what is open and not yet written, before a character of content.</summary>
    public void Write(char next)
    {
        if (_closedAt == markdown.Length && _closed is { AsTag: false })
        {
            Mend(_closed, next);
        }

        foreach (OpenMark open in _open)
        {
            if (open.Start < 0)
            {
                Write(open, next);
            }
        }

        _closedAt = -1;
    }

    // "**a**" directly followed by "**b**" is one emphasis; "**a.**b" would not close.
    private void Mend(OpenMark closed, char next)
    {
        OpenMark? follower = _open.Find(open => open.Start < 0);
        int end = markdown.Length - closed.Mark.Sign.Length;
        if (follower?.Mark == closed.Mark)
        {
            markdown.Truncate(end);
            follower.Start = closed.Start;
        }
        else if ((follower is null && char.IsLetterOrDigit(next) && !char.IsLetterOrDigit(markdown[end - 1])) || follower is not null)
        {
            markdown.Replace(end, closed.Mark.Sign.Length, closed.Mark.ClosingTag);
            markdown.Replace(closed.Start, closed.Mark.Sign.Length, closed.Mark.OpeningTag);
        }
    }

    private void Write(OpenMark open, char next)
    {
        open.AsTag |= char.IsLetterOrDigit(markdown.Last) && !char.IsLetterOrDigit(next);
        open.Start = markdown.Length;
        markdown.Append(open.AsTag ? open.Mark.OpeningTag : open.Mark.Sign);
    }
}
