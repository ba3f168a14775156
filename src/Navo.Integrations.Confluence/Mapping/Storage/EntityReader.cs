using System.Buffers;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Reads a body with characters in the place of their HTML names, but not in sections of raw text, comments and instructions. What is no such name stays, XML's own names among it.</summary>
internal sealed class EntityReader(string storage) : TextReader
{
    private static readonly SearchValues<string> Opaque = SearchValues.Create(["<!--", "<![CDATA[", "<?"], StringComparison.Ordinal);

    private int _at;
    private int _opaque = OpaqueFrom(storage, 0);
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
        (string closing, int opening) = storage[_opaque + 1] == '?' ? ("?>", 2) : storage[_opaque + 2] == '[' ? ("]]>", 9) : ("-->", 4);
        int end = storage.IndexOf(closing, _opaque + opening, StringComparison.Ordinal);
        end = end < 0 ? storage.Length : end;
        _opaque = OpaqueFrom(storage, end);
        return end;
    }

    private static int OpaqueFrom(string storage, int start)
    {
        int found = storage.AsSpan(start).IndexOfAny(Opaque);
        return found < 0 ? -1 : start + found;
    }
}
