using System.Diagnostics;
using System.Diagnostics.Metrics;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Federation;

/// <summary>How long federated searches take, what comes of their sources, and the activity around each of them.</summary>
internal sealed class FederationInstruments : IDisposable
{
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _sources;
    private readonly ActivitySource _activities;

    public FederationInstruments(IMeterFactory meters)
    {
        string name = TelemetryNames.Of("federation");
        string? version = typeof(FederationInstruments).Assembly.GetName().Version?.ToString(3);
        _activities = new(name, version);
        Meter meter = meters.Create(name, version);
        InstrumentAdvice<double> boundaries = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] };
        _duration = meter.CreateHistogram(TelemetryNames.FederatedDuration, "s", "How long federated searches took.", tags: null, boundaries);
        _sources = meter.CreateCounter<long>(TelemetryNames.FederatedSources, "{source}", "What came of the sources of federated searches.");
    }

    public void Dispose() => _activities.Dispose();

    public Activity? StartActivity() =>
        _activities.StartActivity(TelemetryNames.FederatedSearch, ActivityKind.Internal)?.SetTag(TelemetryNames.Operation, TelemetryNames.FederatedSearch);

    public void Record(FederatedPage page, TimeSpan elapsed)
    {
        TagList tags = new() { { TelemetryNames.FederatedComplete, page.IsComplete } };
        _duration.Record(elapsed.TotalSeconds, tags);
        foreach (SourceReport report in page.Reports)
        {
            _sources.Add(1, new TagList
            {
                { TelemetryNames.Integration, report.Source.Kind },
                { TelemetryNames.Instance, TelemetryNames.OfInstance(report.Source) },
                { TelemetryNames.FederatedStatus, TelemetryNames.OfStatus(report.Status) },
            });
        }
    }
}
