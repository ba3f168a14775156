using System.Net;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Kql;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Hits with a summary: some words around the first that was sought, the words that were sought marked, and marks where text is left out.</summary>
internal static class SearchHitJson
{
    private const int WordsBefore = 5;
    private const int WordsOfSummary = 30;
    private const string LeftOut = "<ddd/>";

    public static JsonObject Of(SearchCandidate hit, int rank, KqlTerm query) => new()
    {
        ["hitId"] = hit.Resource["id"]!.GetValue<string>(),
        ["rank"] = rank,
        ["summary"] = Summary(hit.Document.Text, [.. KqlEvaluator.WordsOf(query)]),
        ["resource"] = hit.Resource.DeepClone(),
    };

    private static string Summary(string text, IReadOnlyCollection<string> sought)
    {
        string[] words = text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        int first = Array.FindIndex(words, word => IsSought(word, sought));
        int start = Math.Max(0, first - WordsBefore);
        string[] shown = [.. words.Skip(start).Take(WordsOfSummary).Select(word => Marked(word, sought))];
        return $"{(start > 0 ? $"{LeftOut} " : string.Empty)}{string.Join(' ', shown)}{(start + shown.Length < words.Length ? $" {LeftOut}" : string.Empty)}";
    }

    private static string Marked(string word, IReadOnlyCollection<string> sought)
    {
        string encoded = WebUtility.HtmlEncode(word);
        return IsSought(word, sought) ? $"<c0>{encoded}</c0>" : encoded;
    }

    private static bool IsSought(string word, IReadOnlyCollection<string> sought) => KqlEvaluator.Tokens(word).Any(sought.Contains);
}
