using System.Buffers;

namespace Navo.Integrations.Markup;

/// <summary>Which characters of a text need a backslash to be read as themselves.</summary>
internal static class MarkdownEscape
{
    /// <summary>White space, and the characters that may need one anywhere in a line.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(" \t\r\n\u00A0\\`*_[]<|~&");

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\u00A0';

    /// <summary>How much of a text stands as it is: words, and single spaces between them.</summary>
    public static int Plain(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(Special);
        while (end > 0 && end + 1 < text.Length && text[end] == ' ')
        {
            int word = text[(end + 1)..].IndexOfAny(Special);
            if (word == 0)
            {
                break;
            }

            end = word < 0 ? text.Length : end + 1 + word;
        }

        return end < 0 ? text.Length : end;
    }

    /// <summary>Whether a special character needs one between its neighbours.</summary>
    public static bool Needed(char previous, char special, char next) => special switch
    {
        '_' => !(char.IsLetterOrDigit(previous) && char.IsLetterOrDigit(next)),
        '&' => char.IsAsciiLetter(next) || next == '#',
        _ => true,
    };

    /// <summary>Where, at the beginning of a line, a backslash keeps the line from becoming a heading, list, quote or rule; negative for nowhere.</summary>
    public static int AtStart(ReadOnlySpan<char> line)
    {
        if (line[0] is '#' or '+' or '-' or '=' or '>' or ':')
        {
            return 0;
        }

        int digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && line[digits] is '.' or ')' ? digits : -1;
    }
}
