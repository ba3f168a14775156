using System.Diagnostics.Metrics;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>What the sources told of their limits, and which of them are left alone, as gauges: read when an exporter asks.</summary>
internal static class WireGauges
{
    public static void Add(Meter meter, string kind, BreakerBoard breakers, QuotaBoard quotas)
    {
        meter.CreateObservableGauge(TelemetryNames.QuotaLeft, () => Measure(kind, quotas.Left()), "1", "The share of the source's quota that is left, as its last answers told.");
        meter.CreateObservableGauge(TelemetryNames.BreakersOpen, () => Measure(kind, breakers.Open()), "{breaker}", "Circuit breakers that are open.");
    }

    private static IEnumerable<Measurement<T>> Measure<T>(string kind, IReadOnlyDictionary<IntegrationName, T> figures)
        where T : struct =>
        figures.Where(figure => figure.Key.Kind == kind)
            .Select(static figure => new Measurement<T>(figure.Value, [new(TelemetryNames.Integration, figure.Key.Kind), new(TelemetryNames.Instance, TelemetryNames.OfInstance(figure.Key))]));
}
