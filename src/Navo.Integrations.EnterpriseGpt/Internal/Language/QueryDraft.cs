using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>A question on its way through the fixed rules: its words, which of them a rule has used, and what was found so far.</summary>
internal sealed class QueryDraft
{
    private readonly bool[] _used;

    public QueryDraft(string text)
    {
        Text = text;
        Words = WordSplitter.Split(text);
        _used = new bool[Words.Count];
    }

    public string Text { get; }

    public IReadOnlyList<QueryWord> Words { get; }

    public string Language { get; set; } = "und";

    public QueryIntent Intent { get; set; }

    public QueryTimeRange? TimeRange { get; set; }

    public List<QueryEntity> Entities { get; } = [];

    public List<string> Phrases { get; } = [];

    public List<string> Sources { get; } = [];

    public List<string> Containers { get; } = [];

    public List<ContentKind> Kinds { get; } = [];

    public List<string> Labels { get; } = [];

    public List<string> Authors { get; } = [];

    public ReadOnlySpan<char> Original(int word) => Text.AsSpan(Words[word].Start, Words[word].Length);

    /// <summary>The word in lower case; empty beyond the ends.</summary>
    public string Word(int index) => index >= 0 && index < Words.Count ? Words[index].Lower : string.Empty;

    public bool IsUsed(int word) => _used[word];

    public void Use(int first, int count) => _used.AsSpan(first, count).Fill(true);

    /// <summary>The text from one word through another.</summary>
    public string Slice(int first, int count) => Text[Words[first].Start..Words[first + count - 1].End];

    public static void Add<T>(List<T> list, T item)
    {
        if (list.Count < AnalysisLimits.Items && !list.Contains(item))
        {
            list.Add(item);
        }
    }
}
