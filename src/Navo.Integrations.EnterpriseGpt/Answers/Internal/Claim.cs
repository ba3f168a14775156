namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>What a sentence, or the part of one before its markers, says.</summary>
internal sealed record Claim(HashSet<string> Words, IReadOnlyList<string> Numbers, bool IsNegated)
{
    /// <summary>Whether there is too little in a part of a sentence to be a statement of its own.</summary>
    public bool IsSlight => Words.Count < 2 && Numbers.Count == 0;

    /// <summary>Whether it says nothing at all. One word may be an order ("Call now."), so that is not nothing; nor is "No".</summary>
    public bool IsEmpty => Words.Count == 0 && Numbers.Count == 0 && !IsNegated;

    /// <summary>What it quotes.</summary>
    public IReadOnlyList<string> Quotes => field ??= QuotedText.Spans(Text);

    /// <summary>The sentences that it has, where it runs on over a full stop.</summary>
    public IReadOnlyList<Claim> Sentences => field ??= [.. TextSentences.Of(Text).Select(s => Of(s.Of(Text))).Where(static claim => !claim.IsEmpty)];

    private string Text { get; init; } = string.Empty;

    public static Claim Of(string text) => Of(AnswerWords.Of(text)) with { Text = text };

    private static Claim Of(IReadOnlyList<AnswerWord> words) => new(
        words.Where(static w => !w.IsNegation).Select(static w => w.Stem).ToHashSet(StringComparer.Ordinal),
        [.. words.Where(static w => w.IsNumber).Select(static w => w.Stem).Distinct(StringComparer.Ordinal)],
        words.Any(static w => w.IsNegation));
}
