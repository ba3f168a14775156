using System.Net;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Titles and excerpts of search hits: escaped HTML text in which matches stand between marks.</summary>
/// <remarks><see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/"/>.</remarks>
internal static class HighlightMapping
{
    private const string Open = "@@@hl@@@";
    private const string Close = "@@@endhl@@@";

    public static string ToPlainText(string? marked) =>
        WebUtility.HtmlDecode((marked ?? string.Empty).Replace(Open, string.Empty, StringComparison.Ordinal).Replace(Close, string.Empty, StringComparison.Ordinal)).Trim();

    public static IReadOnlyList<string> ToHighlights(string? marked)
    {
        List<string> words = [];
        foreach (string part in (marked ?? string.Empty).Split(Open).Skip(1))
        {
            int end = part.IndexOf(Close, StringComparison.Ordinal);
            string word = end < 0 ? string.Empty : WebUtility.HtmlDecode(part[..end]);
            if (word.Length > 0 && !words.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                words.Add(word);
            }
        }

        return words;
    }
}
