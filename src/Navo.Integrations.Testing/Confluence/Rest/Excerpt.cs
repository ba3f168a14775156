using System.Text;
using Navo.Integrations.Testing.Confluence.Cql;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>Cuts an excerpt around the first word found, and marks words as the vendor does.</summary>
internal sealed class Excerpt(CqlQuery query, string mode)
{
    private const int Length = 260;
    private const int Before = 60;
    private const string Open = "@@@hl@@@";
    private const string Close = "@@@endhl@@@";

    private readonly IReadOnlyList<string> _terms = [.. query.SearchedTexts().SelectMany(WordMatcher.Terms)];

    public string Title(string title) => Mark(title);

    public string Of(string text)
    {
        if (mode is "none")
        {
            return "";
        }

        var first = Math.Max(0, FirstHit(text) - Before);
        first = first == 0 ? 0 : text.IndexOf(' ', first) + 1;
        var cut = text.Substring(first, Math.Min(Length, text.Length - first));
        return Mark(cut.Length < text.Length - first ? cut[..Math.Max(cut.LastIndexOf(' '), 1)] : cut);
    }

    private int FirstHit(string text)
    {
        var at = 0;
        foreach (var word in text.Split(' '))
        {
            if (IsHit(word))
            {
                return at;
            }

            at += word.Length + 1;
        }

        return 0;
    }

    private string Mark(string text)
    {
        if (_terms.Count == 0 || !mode.StartsWith("highlight", StringComparison.Ordinal))
        {
            return text;
        }

        var marked = new StringBuilder(text.Length);
        foreach (var word in text.Split(' '))
        {
            marked.Append(marked.Length > 0 ? " " : "").Append(IsHit(word) ? Open + word + Close : word);
        }

        return marked.ToString();
    }

    private bool IsHit(string word) => WordMatcher.Words(word).Any(w => _terms.Any(t => WordMatcher.Matches(t, w)));
}
