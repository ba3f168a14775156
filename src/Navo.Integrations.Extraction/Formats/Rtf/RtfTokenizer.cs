using System.Globalization;

namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>Cuts RTF into tokens, forward and byte by byte.</summary>
internal sealed class RtfTokenizer(Stream content)
{
    private const int LongestWord = 32;
    private const int LongestNumber = 10;

    private readonly byte[] _buffer = new byte[16 << 10];
    private int _length;
    private int _at;

    /// <summary>Reads the next token; false at the end.</summary>
    public bool TryRead(out RtfToken token)
    {
        int next = Next();
        while (next is '\r' or '\n')
        {
            next = Next();
        }

        token = next switch
        {
            '{' => new(RtfTokenKind.Open),
            '}' => new(RtfTokenKind.Close),
            '\\' => Control(),
            _ => new(RtfTokenKind.Byte, Value: next),
        };
        return next >= 0;
    }

    /// <summary>Passes over bytes that are no text.</summary>
    public void Skip(int bytes)
    {
        for (int i = 0; i < bytes && Next() >= 0; i++)
        {
        }
    }

    private RtfToken Control()
    {
        int next = Next();
        if (!char.IsAsciiLetter((char)Math.Max(next, 0)))
        {
            return next switch
            {
                '\'' => new(RtfTokenKind.Byte, Value: (Hex(Next()) << 4) | Hex(Next())),
                '\r' or '\n' => new(RtfTokenKind.Control, "par"),
                _ => new(RtfTokenKind.Control, next < 0 ? string.Empty : ((char)next).ToString()),
            };
        }

        Span<char> word = stackalloc char[LongestWord];
        int length = 0;
        for (; char.IsAsciiLetter((char)Math.Max(next, 0)); next = Next())
        {
            if (length < LongestWord)
            {
                word[length++] = (char)next;
            }
        }

        return new(RtfTokenKind.Control, new string(word[..length]), Number(next));
    }

    private int? Number(int next)
    {
        Span<char> digits = stackalloc char[LongestNumber + 1];
        int length = 0;
        if (next == '-')
        {
            digits[length++] = '-';
            next = Next();
        }

        for (; next is >= '0' and <= '9'; next = Next())
        {
            if (length < digits.Length)
            {
                digits[length++] = (char)next;
            }
        }

        // One space belongs to the word; anything else is the next token.
        if (next >= 0 && next != ' ')
        {
            _at--;
        }

        return int.TryParse(digits[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    private static int Hex(int c) => c < 0 || !char.IsAsciiHexDigit((char)c) ? 0 : Convert.ToInt32(((char)c).ToString(), 16);

    private int Next()
    {
        if (_at >= _length)
        {
            // The last byte stays in place, so that one may always be given back.
            _buffer[0] = _length > 0 ? _buffer[_length - 1] : (byte)0;
            _length = 1 + content.Read(_buffer, 1, _buffer.Length - 1);
            _at = 1;
            if (_length == 1)
            {
                return -1;
            }
        }

        return _buffer[_at++];
    }
}
