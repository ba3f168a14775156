using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>The instruments that all instances of one kind of integration share.</summary>
internal sealed class KindInstruments(ActivitySource source, Meter meter)
{
    /// <summary>Cache hits take microseconds, slow sources minutes.</summary>
    private static readonly InstrumentAdvice<double> Boundaries = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    };

    public ActivitySource Source => source;

    public Histogram<double> Duration { get; } =
        meter.CreateHistogram(TelemetryNames.OperationDuration, "s", "How long calls took.", tags: null, Boundaries);

    public Counter<long> CacheLookups { get; } =
        meter.CreateCounter<long>(TelemetryNames.CacheLookups, "{lookup}", "Look-ups in the cache.");

    public Counter<long> Decisions { get; } =
        meter.CreateCounter<long>(TelemetryNames.PermissionDecisions, "{decision}", "Permission decisions that were handed out.");

    public Counter<long> Omitted { get; } =
        meter.CreateCounter<long>(TelemetryNames.ItemsOmitted, "{item}", "Items that were left out of search pages.");

    public Counter<long> Notifications { get; } =
        meter.CreateCounter<long>(TelemetryNames.Notifications, "{request}", "Requests in which the source told of changes by itself.");
}
