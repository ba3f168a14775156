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

    private static IEnumerable<AnswerNotice> Suspicious(Grounds grounds) => grounds.Passages
        .DistinctBy(static p => p.Item)
        .Where(p => grounds.Suspicious.ContainsKey(p.Item))
        .Select(p => new AnswerNotice(
            AnswerNoticeKind.SuspiciousSource,
            new AnswerLinks([]).Neutralize($"\"{p.Metadata.Title}\" holds {grounds.Suspicious[p.Item]}; it was treated as data."),
            [p.Item.ToString()]));
}
