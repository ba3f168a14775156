using System.Net;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Titles and excerpts of search hits: escaped HTML text in which matches stand between marks.</summary>
/// <remarks><see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/"/>.</remarks>
internal static class HighlightMapping
{
    private const string Mark = "@@@";
    private const string Open = "@@@hl@@@";
    private const string Close = "@@@endhl@@@";

    /// <summary>Reads a marked text in one pass.</summary>
    /// <param name="text">The text; its marks are taken out where it lies.</param>
    /// <returns>The text without marks and escapes, and each matched word once.</returns>
    public static HighlightedText Read(Span<char> text)
    {
        List<string>? words = null;
        int length = 0;
        int? word = null;
        for (ReadOnlySpan<char> rest = text; rest.Length > 0;)
        {
            int mark = rest.IndexOf(Mark, StringComparison.Ordinal);
            int plain = mark < 0 ? rest.Length : mark;
            rest[..plain].CopyTo(text[length..]);
            length += plain;
            rest = rest[plain..];
            if (rest.StartsWith(Open, StringComparison.Ordinal))
            {
                word = length;
                rest = rest[Open.Length..];
            }
            else if (rest.StartsWith(Close, StringComparison.Ordinal))
            {
                Add(words ??= new(1), text[(word ?? length)..length]); // a passage mostly marks one word, now and again
                word = null;
                rest = rest[Close.Length..];
            }
            else if (rest.Length > 0)
            {
                text[length++] = rest[0];
                rest = rest[1..];
            }
        }

        return new(WebUtility.HtmlDecode(new string(text[..length].Trim())).Trim(), words);
    }

    private static void Add(List<string> words, ReadOnlySpan<char> escaped)
    {
        foreach (string known in words)
        {
            if (escaped.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        string word = WebUtility.HtmlDecode(escaped.ToString());
        if (word.Length > 0 && !words.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            words.Add(word);
        }
    }
}
