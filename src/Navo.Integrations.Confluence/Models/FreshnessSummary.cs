namespace Navo.Integrations.Confluence;

/// <summary>Freshness reports in a few figures.</summary>
public sealed record FreshnessSummary
{
    /// <summary>How many contents were looked at.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them are stale.</summary>
    public required int Stale { get; init; }

    /// <summary>Stale ones by all, 0 to 1; 0 for none.</summary>
    public double StaleShare => Count == 0 ? 0 : (double)Stale / Count;

    /// <summary>The median age; zero for none.</summary>
    public required TimeSpan MedianAge { get; init; }

    /// <summary>The one that was not edited for the longest time; null for none.</summary>
    public PageFreshness? Oldest { get; init; }

    /// <summary>How many hold links that lead nowhere.</summary>
    public required int WithDeadLinks { get; init; }

    /// <summary>Sums reports up.</summary>
    /// <param name="reports">The reports.</param>
    /// <returns>The figures.</returns>
    public static FreshnessSummary Of(IEnumerable<PageFreshness> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        PageFreshness[] byAge = [.. reports.OrderBy(static report => report.Age)];
        return new()
        {
            Count = byAge.Length,
            Stale = byAge.Count(static report => report.IsStale),
            MedianAge = byAge.Length == 0 ? TimeSpan.Zero : (byAge[(byAge.Length - 1) / 2].Age + byAge[byAge.Length / 2].Age) / 2,
            Oldest = byAge.LastOrDefault(),
            WithDeadLinks = byAge.Count(static report => report.DeadLinks.Count > 0),
        };
    }
}
