using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Telemetry;

internal sealed class IntegrationMetrics : IIntegrationMetrics
{
    private readonly ConcurrentDictionary<IntegrationName, OperationStatistics> _statistics = new();

    /// <summary>The integrations that made a call or could, with their figures.</summary>
    public IEnumerable<KeyValuePair<IntegrationName, OperationStatistics>> All => _statistics;

    public OperationStatistics Of(IntegrationName integration) => _statistics.GetOrAdd(integration, static _ => new());

    public IntegrationMetricsSnapshot GetSnapshot() => Snapshot([.. _statistics.Values]);

    public IntegrationMetricsSnapshot GetSnapshot(IntegrationName integration) =>
        _statistics.TryGetValue(integration, out OperationStatistics? found) ? Snapshot([found]) : new();

    private static IntegrationMetricsSnapshot Snapshot(IReadOnlyCollection<OperationStatistics> parts)
    {
        long[] durations = DurationHistogram.NewCounts();
        foreach (OperationStatistics part in parts)
        {
            part.Durations.AddTo(durations);
        }

        long succeeded = parts.Sum(static part => part.Succeeded);
        long failed = parts.Sum(static part => part.Failed);
        long total = succeeded + failed;
        return new IntegrationMetricsSnapshot
        {
            RequestsTotal = total,
            RequestsSuccessful = succeeded,
            RequestsFailed = failed,
            AverageResponseTime = TimeSpan.FromTicks((long)Share(parts.Sum(static part => part.Ticks), total)),
            Percentile50 = DurationHistogram.Percentile(durations, 0.50),
            Percentile95 = DurationHistogram.Percentile(durations, 0.95),
            Percentile99 = DurationHistogram.Percentile(durations, 0.99),
            CacheHitRate = HitRate(parts, CacheRegion.Response, CacheRegion.Content, CacheRegion.Permission, CacheRegion.Metadata),
            CacheHitRates = new()
            {
                Response = HitRate(parts, CacheRegion.Response),
                Content = HitRate(parts, CacheRegion.Content),
                Permission = HitRate(parts, CacheRegion.Permission),
                Metadata = HitRate(parts, CacheRegion.Metadata),
            },
            ErrorRate = Share(failed, total),
        };
    }

    private static double HitRate(IReadOnlyCollection<OperationStatistics> parts, params ReadOnlySpan<CacheRegion> regions)
    {
        long hits = 0;
        long misses = 0;
        foreach (CacheRegion region in regions)
        {
            hits += parts.Sum(part => part.HitsIn(region));
            misses += parts.Sum(part => part.MissesIn(region));
        }

        return Share(hits, hits + misses);
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
