using System.Buffers;

namespace Navo.Integrations.Markup;

/// <summary>Which characters of a text need a backslash to be read as themselves.</summary>
internal static class MarkdownEscape
{
    /// <summary>The characters that may need one anywhere in a line, and the white space that does not stand as it is.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create("\t\r\n\u00A0\\`*_[]<|~&");

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\u00A0';

    /// <summary>How much of a text stands as it is: words, and single spaces between them.</summary>
    public static int Plain(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(Special);
        text = end < 0 ? text : text[..end];
        int spaces = text.IndexOf("  ");
        return (spaces < 0 ? text : text[..spaces]).TrimEnd(' ').Length;
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
