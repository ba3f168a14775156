using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>Makes one page out of what the sources gave. It depends on what they gave, not on which of them was quicker.</summary>
internal sealed class PageAssembly(FederatedCall call, IRankFusion fusion)
{
    public FederatedPage Build(IEnumerable<SourceAnswer> unordered)
    {
        SourceAnswer[] answers = [.. unordered.OrderBy(static answer => answer.Source.ToString(), StringComparer.Ordinal)];
        Dictionary<IntegrationName, HashSet<ContentId>> given = answers.ToDictionary(static answer => answer.Source, static _ => new HashSet<ContentId>());
        List<FederatedHit> hits = [];
        foreach ((FusionCandidate candidate, FusedScore score) in Ordered(answers).Take(call.Query.Limit))
        {
            hits.Add(ToHit(candidate, score, hits.Count + 1));
            candidate.Places.ToList().ForEach(place => given[place.Hit.Source].Add(place.Hit.Id));
        }

        SourceReport[] reports = [.. answers.Select(answer => answer.Report(given[answer.Source].Count))];
        string? continuation = Continuation(answers, given);
        return new() { Hits = hits, Reports = reports, Continuation = continuation, Total = Total(answers, hits.Count, isWhole: continuation is null && reports.All(static report => report.ForReader().IsComplete)) };
    }

    private IEnumerable<(FusionCandidate Candidate, FusedScore Score)> Ordered(SourceAnswer[] answers)
    {
        IReadOnlyList<FusionCandidate> candidates = NearDuplicates.Collapse(answers.SelectMany(static answer => answer.Fresh));
        IReadOnlyList<FusedScore> scores = fusion.Score(candidates, new(call.Query.Text, call.AskedAt, call.Query.FreshnessBoost));
        if (scores.Count != candidates.Count)
        {
            throw new ConfigurationException($"The rank fusion gave {scores.Count} scores for {candidates.Count} candidates.") { Remedy = "Mend the IRankFusion that is registered." };
        }

        HashSet<RankedHit> overdue = [.. answers.SelectMany(static answer => answer.Overdue)];
        return candidates.Zip(scores)
            .OrderByDescending(pair => overdue.Count > 0 && pair.First.Places.Any(overdue.Contains))
            .ThenByDescending(static pair => pair.Second.Score)
            .ThenBy(static pair => pair.First.Places[0], RankedHit.Order);
    }

    private FederatedHit ToHit(FusionCandidate candidate, FusedScore score, int rank) => new()
    {
        Hit = candidate.Places[0].Hit,
        Alternatives = [.. candidate.Places.Skip(1).Select(static place => place.Hit)],
        Score = score.Score,
        Rank = rank,
        Explanation = call.Query.Explain ? Explain(candidate, score) : null,
    };

    private static HitExplanation Explain(FusionCandidate candidate, FusedScore score) => new()
    {
        Ranks = [.. candidate.Places.Zip(score.Shares, static (place, share) => new RankShare(place.Hit.Source, place.Hit.Id, place.Rank, share))],
        Fused = score.Fused,
        Boosts = score.Boosts,
    };

    private string? Continuation(SourceAnswer[] answers, Dictionary<IntegrationName, HashSet<ContentId>> given)
    {
        Dictionary<IntegrationName, SourcePosition> positions = [];
        foreach (SourceAnswer answer in answers)
        {
            if (answer.After(given[answer.Source]) is { } position)
            {
                positions.Add(answer.Source, position);
            }
        }

        return new FederatedPosition(call.AskedAt, positions).Seal(call.Query, call.Reader);
    }

    /// <summary>Nothing is told of a source that does not tell or did not answer: the rest alone would be too few.</summary>
    private SearchTotal Total(SourceAnswer[] answers, int hits, bool isWhole)
    {
        if (isWhole && call.IsFirstPage)
        {
            return SearchTotal.Exact(hits);
        }

        long?[] totals = [.. answers.Where(static answer => answer.Status != SourceStatus.NotAsked).Select(static answer => answer.Total.Value)];
        return totals.Length > 0 && call.IsFirstPage && Array.TrueForAll(totals, static total => total is not null) ? SearchTotal.Estimated(totals.Sum()!.Value) : SearchTotal.Unknown;
    }
}
