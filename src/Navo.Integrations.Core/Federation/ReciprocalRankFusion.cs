using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>
/// Reciprocal rank fusion: a place of rank r adds 1 / (k + r), the best place of each source once. Scores of sources are not comparable; ranks are. The sum is raised for a title that
/// is the question itself, and for what was modified lately.
/// </summary>
/// <remarks><see href="https://doi.org/10.1145/1571941.1572114"/>, where k is 60.</remarks>
public sealed class ReciprocalRankFusion : IRankFusion
{
    /// <summary>By how much an exact title multiplies the score: it wins over hits up to about 30 ranks before it.</summary>
    public const double ExactTitleFactor = 1.5;

    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(180);

    private readonly double _k;

    /// <summary>Makes the fusion.</summary>
    /// <param name="k">How little the first ranks stand out, 1 or more.</param>
    /// <exception cref="ConfigurationException"><paramref name="k"/> is less than 1.</exception>
    public ReciprocalRankFusion(double k = 60) => _k = k >= 1 ? k : throw new ConfigurationException("The constant of reciprocal rank fusion is 1 or more.");

    /// <inheritdoc />
    public IReadOnlyList<FusedScore> Score(IReadOnlyList<FusionCandidate> candidates, FusionContext context)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(context);
        string title = ComparableText.Title(context.Text);
        return [.. candidates.Select(candidate => new FusedScore(Shares(candidate), [.. Boosts(candidate, title, context)]))];
    }

    private double[] Shares(FusionCandidate candidate)
    {
        HashSet<IntegrationName> counted = [];
        return [.. candidate.Places.Select(place => counted.Add(place.Hit.Source) ? 1 / (_k + place.Rank) : 0)];
    }

    private static IEnumerable<ScoreBoost> Boosts(FusionCandidate candidate, string title, FusionContext context)
    {
        if (title.Length > 0 && candidate.Places.Any(place => ComparableText.Title(place.Hit.Title) == title))
        {
            yield return new("exact_title", ExactTitleFactor);
        }

        if (context.FreshnessBoost > 0 && candidate.Places.Max(place => place.Hit.Modified) is { } modified)
        {
            double age = Math.Max(0, (context.AskedAt - modified) / HalfLife);
            yield return new("freshness", 1 + (context.FreshnessBoost * Math.Pow(2, -age)));
        }
    }
}
