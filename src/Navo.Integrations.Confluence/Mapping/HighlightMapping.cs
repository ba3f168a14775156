using System.Buffers;
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
    /// <returns>The text without marks and escapes, null for null; and each matched word once.</returns>
    public static (string? Text, IReadOnlyList<string> Highlights) Read(string? marked)
    {
        if (marked is null || !marked.Contains(Mark, StringComparison.Ordinal))
        {
            return (Decoded(marked), []);
        }

        char[] text = ArrayPool<char>.Shared.Rent(marked.Length);
        List<string> words = [];
        int length = 0;
        int? word = null;
        for (ReadOnlySpan<char> rest = marked; rest.Length > 0;)
        {
            int mark = rest.IndexOf(Mark, StringComparison.Ordinal);
            int plain = mark < 0 ? rest.Length : mark;
            rest[..plain].CopyTo(text.AsSpan(length));
            length += plain;
            rest = rest[plain..];
            if (rest.StartsWith(Open, StringComparison.Ordinal))
            {
                word = length;
                rest = rest[Open.Length..];
            }
            else if (rest.StartsWith(Close, StringComparison.Ordinal))
            {
                Add(words, text.AsSpan((word ?? length)..length));
                word = null;
                rest = rest[Close.Length..];
            }
            else if (rest.Length > 0)
            {
                text[length++] = rest[0];
                rest = rest[1..];
            }
        }

        string clean = new(text.AsSpan(0, length).Trim());
        ArrayPool<char>.Shared.Return(text);
        return (Decoded(clean), words);
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

    private static string? Decoded(string? text) => WebUtility.HtmlDecode(text)?.Trim();
}
