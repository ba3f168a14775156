using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

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
        long hits = parts.Sum(static part => part.Hits);
        return new IntegrationMetricsSnapshot
        {
            RequestsTotal = total,
            RequestsSuccessful = succeeded,
            RequestsFailed = failed,
            AverageResponseTime = TimeSpan.FromTicks((long)Share(parts.Sum(static part => part.Ticks), total)),
            Percentile50 = DurationHistogram.Percentile(durations, 0.50),
            Percentile95 = DurationHistogram.Percentile(durations, 0.95),
            Percentile99 = DurationHistogram.Percentile(durations, 0.99),
            CacheHitRate = Share(hits, hits + parts.Sum(static part => part.Misses)),
            ErrorRate = Share(failed, total),
        };
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
