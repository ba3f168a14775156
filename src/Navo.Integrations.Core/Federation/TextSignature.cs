using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>What of a hit is compared with another: its title, and the runs of three words in its excerpt.</summary>
internal sealed class TextSignature
{
    /// <summary>Fewer runs than this say too little.</summary>
    private const int FewestShingles = 5;

    /// <summary>The share of the shorter excerpt's runs that stands in the other one, where the titles are the same.</summary>
    private const double SameTitleShare = 0.5;

    /// <summary>The share of all runs that both have, where the titles differ.</summary>
    private const double OtherTitleShare = 0.8;

    private readonly string _title;
    private readonly string _text;
    private readonly IReadOnlyList<string> _words;
    private readonly HashSet<string> _shingles;

    public TextSignature(SearchHit hit)
    {
        IReadOnlyList<string> words = _words = ComparableText.Words(hit.Excerpt ?? string.Empty);
        _title = ComparableText.Title(hit.Title);
        _text = string.Join(' ', words);
        _shingles = [.. Enumerable.Range(0, Math.Max(0, words.Count - 2)).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")];
    }

    /// <summary>The runs of three words, each once.</summary>
    public IReadOnlyCollection<string> Runs => _shingles;

    /// <summary>Whether title and excerpt are the same.</summary>
    public bool IsSame(TextSignature other) => IsTelling && _title == other._title && _text == other._text;

    /// <summary>Whether both are nearly the same text, and state the same: no number, month, day or negation of the one is another or absent in the other.</summary>
    /// <param name="other">The other.</param>
    /// <param name="shared">How many runs both have.</param>
    public bool IsNear(TextSignature other, int shared)
    {
        if (!IsTelling || !other.IsTelling)
        {
            return false;
        }

        (HashSet<string> few, HashSet<string> many) = _shingles.Count <= other._shingles.Count ? (_shingles, other._shingles) : (other._shingles, _shingles);
        bool isNear = _title.Length > 0 && _title == other._title
            ? shared >= SameTitleShare * few.Count
            : shared >= OtherTitleShare * (few.Count + many.Count - shared);
        return isNear && !few.Any(run => !many.Contains(run) && run.Split(' ').Any(TellingWords.Contains)) && !Negates(_words, other._words) && !Negates(other._words, _words);
    }

    /// <summary>Whether a negation stands between words that the other text has side by side, or around another word: "may not book", "may book".</summary>
    private static bool Negates(IReadOnlyList<string> words, IReadOnlyList<string> others) =>
        Enumerable.Range(0, words.Count - 1).Any(i => NegationWords.Contains(words[i]) && Follows(others, i == 0 ? null : words[i - 1], words[i + 1]));

    private static bool Follows(IReadOnlyList<string> words, string? before, string after) => Enumerable.Range(0, words.Count).Any(i => words[i] == after
        && (i == 0 ? before is null : words[i - 1] == before || (i > 1 && words[i - 2] == before && !NegationWords.Contains(words[i - 1]))));

    private bool IsTelling => _shingles.Count >= FewestShingles;
}
