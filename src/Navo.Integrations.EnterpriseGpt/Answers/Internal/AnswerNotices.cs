using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>All that is to be said beside the text.</summary>
internal static class AnswerNotices
{
    public static IEnumerable<AnswerNotice> Of(Grounds grounds, IReadOnlyList<Passage> cited, TimeSpan staleAfter, DateTimeOffset now) =>
    [
        .. NoticeFinder.Differences(cited.Count == 0 ? [] : grounds.Passages, grounds.Question),
        .. NoticeFinder.Stale(cited, staleAfter, now),
        .. Suspicious(grounds),
        .. Missing(grounds),
    ];

    /// <param name="response">The model's own account.</param>
    /// <param name="isCut">Whether it did not come to its end.</param>
    /// <param name="isPartlyUnknown">Whether it says that it does not know a part.</param>
    public static IEnumerable<AnswerNotice> OfModel(GeneratedResponse? response, bool isCut, bool isPartlyUnknown)
    {
        if (isCut)
        {
            string how = response is null ? "The model's answer broke off." : $"The model's answer is not whole: {response.Outcome}.";
            yield return new(AnswerNoticeKind.NotWhole, how, []);
        }

        if (isPartlyUnknown)
        {
            yield return new(AnswerNoticeKind.PartlyUnknown, "The sources answer a part of the question only.", []);
        }
    }

    /// <summary>What is missing by failure. What is gone, refused or undecidable is none of the reader's, and a notice about it would tell that it is there.</summary>
    private static IEnumerable<AnswerNotice> Missing(Grounds grounds) =>
    [
        .. grounds.Reports.Where(static r => !r.IsComplete).Select(static r => Missing(
            r.Source, $"\"{r.Source}\" did not answer in full ({r.Status}{(r.Status == SourceStatus.Refused ? $": {r.Detail}" : string.Empty)}), so something may be missing.")),
        .. grounds.Reports.Where(static r => r.IsComplete && r.Status != SourceStatus.NotAsked && r.Unexpressed.Count > 0).Select(static r => Missing(
            r.Source, $"\"{r.Source}\" can't search by {string.Join(", ", r.Unexpressed)}; its best hits were filtered here, so something may be missing.")),
        .. grounds.Unread.GroupBy(static item => item.Hit.Source).OrderBy(static group => group.Key.ToString(), StringComparer.Ordinal).Select(static group => Missing(
            group.Key, $"Items of \"{group.Key}\" could not be read ({group.Count()}).")),
        .. grounds.Undecided.OrderBy(static source => source.ToString(), StringComparer.Ordinal).Select(static source => Missing(
            source, $"\"{source}\" could not be asked what you may see, so something may be missing.")),
    ];

    private static AnswerNotice Missing(IntegrationName source, string message) => new(AnswerNoticeKind.SourceMissing, message, [source.ToString()]);

    private static IEnumerable<AnswerNotice> Suspicious(Grounds grounds) => grounds.Passages
        .DistinctBy(static p => p.Item)
        .Where(p => grounds.Suspicious.ContainsKey(p.Item))
        .Select(p => new AnswerNotice(
            AnswerNoticeKind.SuspiciousSource,
            new AnswerLinks([]).Neutralize($"\"{p.Metadata.Title}\" holds {grounds.Suspicious[p.Item]}; it was treated as data."),
            [p.Item.ToString()]));
}
