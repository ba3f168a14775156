using System.Buffers;

namespace Navo.Integrations.Markup;

/// <summary>Text under construction on a rented array: what is written can be looked back at and mended.</summary>
internal sealed class PooledText : IDisposable
{
    private char[] _chars = ArrayPool<char>.Shared.Rent(256);

    public int Length { get; private set; }

    /// <summary>The last character; a line feed before the first.</summary>
    public char Last => Length == 0 ? '\n' : _chars[Length - 1];

    public char this[int index] => _chars[index];

    public void Append(char value)
    {
        Reserve(1);
        _chars[Length++] = value;
    }

    public void Append(ReadOnlySpan<char> value)
    {
        Reserve(value.Length);
        value.CopyTo(_chars.AsSpan(Length));
        Length += value.Length;
    }

    public void Truncate(int length) => Length = length;

    /// <summary>Puts other text in the place of a part.</summary>
    public void Replace(int start, int count, string value)
    {
        Reserve(value.Length);
        _chars.AsSpan(start + count, Length - start - count).CopyTo(_chars.AsSpan(start + value.Length));
        value.CopyTo(_chars.AsSpan(start));
        Length += value.Length - count;
    }

    public ReadOnlySpan<char> From(int start) => _chars.AsSpan(start, Length - start);

    public override string ToString() => new(_chars, 0, Length);

    public void Dispose()
    {
        char[] rented = _chars;
        _chars = [];
        Length = 0;
        if (rented.Length > 0)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private void Reserve(int more)
    {
        if (Length + more <= _chars.Length)
        {
            return;
        }

        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, Length + more));
        _chars.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_chars);
        _chars = larger;
    }
}
