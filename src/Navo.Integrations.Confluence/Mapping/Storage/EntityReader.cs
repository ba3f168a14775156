namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Reads a body with characters in the place of their HTML names, but not in sections of raw text and comments. What is no such name stays, XML's own names among it.</summary>
internal sealed class EntityReader(string storage) : TextReader
{
    private int _at;
    private int _opaque = storage.IndexOf("<!", StringComparison.Ordinal);
    private int _name = -1;
    private char _character;
    private int _length;

    public override int Read(char[] buffer, int index, int count)
    {
        int end = index + count;
        int to = index;
        while (to < end && _at < storage.Length)
        {
            if (_name < _at)
            {
                FindName();
            }

            if (_name == _at)
            {
                buffer[to++] = _character;
                _at += _length;
                continue;
            }

            int length = Math.Min(_name - _at, end - to);
            storage.CopyTo(_at, buffer, to, length);
            (_at, to) = (_at + length, to + length);
        }

        return to - index;
    }

    private void FindName()
    {
        for (int at = storage.IndexOf('&', _at); at >= 0; at = storage.IndexOf('&', at))
        {
            if (_opaque >= 0 && _opaque < at)
            {
                at = Math.Max(at, EndOfOpaque());
            }
            else if (HtmlEntities.TryRead(storage.AsSpan(at + 1), out _character, out int length))
            {
                (_name, _length) = (at, 1 + length);
                return;
            }
            else
            {
                at++;
            }
        }

        _name = storage.Length;
    }

    private int EndOfOpaque()
    {
        string? closing = storage.AsSpan(_opaque) switch
        {
            ['<', '!', '[', 'C', 'D', 'A', 'T', 'A', '[', ..] => "]]>",
            ['<', '!', '-', '-', ..] => "-->",
            _ => null, // refused by who reads this
        };
        int end = closing is null ? _opaque + 2 : storage.IndexOf(closing, _opaque, StringComparison.Ordinal);
        end = end < 0 ? storage.Length : end;
        _opaque = storage.IndexOf("<!", end, StringComparison.Ordinal);
        return end;
    }
}
