using System.Globalization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Says by fixed rules which cited sources are old and which passages differ.</summary>
internal static class NoticeFinder
{
    private const int MostDifferences = 5;

    public static IEnumerable<AnswerNotice> Stale(IEnumerable<Passage> cited, TimeSpan threshold, DateTimeOffset now) =>
        cited.DistinctBy(static p => p.Item).Where(p => IsStale(p, threshold, now)).Select(p => new AnswerNotice(
            AnswerNoticeKind.StaleSource,
            new AnswerLinks([]).Neutralize(string.Create(CultureInfo.InvariantCulture, $"\"{p.Metadata.Title}\" was last changed on {p.Metadata.Modified:yyyy-MM-dd} and may be out of date.")),
            [p.Item.ToString()]));

    /// <summary>Pairs of passages of different items that say nearly the same about what was asked, with other numbers or dates, or one of them negated.</summary>
    public static IEnumerable<AnswerNotice> Differences(IReadOnlyList<Passage> passages, string question)
    {
        HashSet<string> asked = AnswerWords.SetOf(question);
        (Passage Passage, string Text, Claim Claim)[] said = [.. passages.SelectMany(p => p.Sentences.Zip(p.Claims, (s, claim) => (p, s.Of(p.Text), Claim: claim)))
            .Where(s => s.Claim.Words.Overlaps(asked))];
        return said
            .SelectMany((a, i) => said.Skip(i + 1).Where(b => a.Passage.Item != b.Passage.Item && Differ(a.Claim, b.Claim)).Select(b => Notice(a.Passage, a.Text, b.Passage, b.Text)))
            .DistinctBy(static n => string.Join('\n', n.Sources), StringComparer.Ordinal)
            .Take(MostDifferences);
    }

    private static bool IsStale(Passage passage, TimeSpan threshold, DateTimeOffset now) =>
        passage.Metadata.Modified is { } modified && now - modified >= (passage.Metadata.Freshness?.Threshold ?? threshold);

    /// <summary>
    /// As many numbers, not the same, and beside them at least two words and half of all in common; or the same numbers, but one of them is negated, with four fifths in common.
    /// </summary>
    private static bool Differ(Claim a, Claim b)
    {
        bool isOther = !a.Numbers.All(b.Numbers.Contains);
        if (a.Numbers.Count != b.Numbers.Count || (!isOther && a.IsNegated == b.IsNegated))
        {
            return false;
        }

        HashSet<string> left = [.. a.Words.Except(a.Numbers)];
        HashSet<string> right = [.. b.Words.Except(b.Numbers)];
        int shared = left.Count(right.Contains);
        return shared >= 2 && shared * 10 >= Math.Max(left.Count, right.Count) * (isOther ? 5 : 8);
    }

    private static AnswerNotice Notice(Passage a, string first, Passage b, string second)
    {
        bool isNewer = (b.Metadata.Modified ?? DateTimeOffset.MinValue) > (a.Metadata.Modified ?? DateTimeOffset.MinValue);
        ((Passage Passage, string Text) newer, (Passage Passage, string Text) older) = isNewer ? ((b, second), (a, first)) : ((a, first), (b, second));
        bool isKnown = newer.Passage.Metadata.Modified is not null && newer.Passage.Metadata.Modified != older.Passage.Metadata.Modified;
        string said = isKnown
            ? $"Two sources differ; the newer, \"{newer.Passage.Metadata.Title}\" ({Day(newer.Passage)}), says: \"{Short(newer.Text)}\" The older, \"{older.Passage.Metadata.Title}\" ({Day(older.Passage)}), says: \"{Short(older.Text)}\""
            : $"Two sources differ: \"{newer.Passage.Metadata.Title}\" says: \"{Short(newer.Text)}\" \"{older.Passage.Metadata.Title}\" says: \"{Short(older.Text)}\"";
        return new(AnswerNoticeKind.SourcesDiffer, new AnswerLinks([]).Neutralize(said), [newer.Passage.Item.ToString(), older.Passage.Item.ToString()]);
    }

    private static string Day(Passage passage) => passage.Metadata.Modified?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";

    private static string Short(string text) => text.Length <= 200 ? text : $"{text.AsSpan(0, 199)}…";
}
