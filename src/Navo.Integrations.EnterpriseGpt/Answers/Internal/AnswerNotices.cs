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
        .. grounds.Found.Reports.Where(static r => !r.IsComplete).Select(static r => new AnswerNotice(
            AnswerNoticeKind.SourceMissing, $"\"{r.Source}\" did not answer in full ({r.Status}), so something may be missing.", [r.Source.ToString()])),
        .. Missing(Unread(grounds), "could not be read"),
        .. Missing(grounds.Undecided.Select(static item => item.Source), "were left out, since it could not be established whether you may see them"),
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

    /// <summary>The sources of the texts that did not come. What is gone or refused is not missing: it is none of the reader's.</summary>
    private static IEnumerable<IntegrationName> Unread(Grounds grounds) =>
        grounds.Read.Unread.Where(static item => item.Error is not (NotFoundException or PermissionException)).Select(item => grounds.Found.Hits[item.Index].Source);

    private static IEnumerable<AnswerNotice> Missing(IEnumerable<IntegrationName> sources, string what) => sources
        .GroupBy(static source => source.ToString(), StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(group => new AnswerNotice(AnswerNoticeKind.SourceMissing, $"Items of \"{group.Key}\" {what} ({group.Count()}).", [group.Key]));

    private static IEnumerable<AnswerNotice> Suspicious(Grounds grounds) => grounds.Passages
        .DistinctBy(static p => p.Item)
        .Where(p => grounds.Suspicious.ContainsKey(p.Item))
        .Select(p => new AnswerNotice(
            AnswerNoticeKind.SuspiciousSource,
            new AnswerLinks([]).Neutralize($"\"{p.Metadata.Title}\" holds {grounds.Suspicious[p.Item]}; it was treated as data."),
            [p.Item.ToString()]));
}
