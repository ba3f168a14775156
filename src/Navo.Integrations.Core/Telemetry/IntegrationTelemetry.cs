using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>Owns the sources of traces and the meters: one of each for a kind of integration.</summary>
internal sealed class IntegrationTelemetry(IMeterFactory meters, IntegrationMetrics metrics, BreakerBoard breakers, QuotaBoard quotas) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<KindInstruments>> _kinds = new(StringComparer.Ordinal);

    public IntegrationInstruments For(IntegrationName name)
    {
        KindInstruments kind = _kinds.GetOrAdd(name.Kind, static (key, telemetry) => new(() => telemetry.Make(key)), this).Value;
        return new IntegrationInstruments(name, kind, metrics.Of(name));
    }

    public void Dispose()
    {
        foreach (Lazy<KindInstruments> kind in _kinds.Values.Where(static kind => kind.IsValueCreated))
        {
            kind.Value.Source.Dispose();
        }
    }

    private KindInstruments Make(string kind)
    {
        string name = TelemetryNames.Of(kind);
        string? version = typeof(IntegrationTelemetry).Assembly.GetName().Version?.ToString(3);
        Meter meter = meters.Create(name, version);
        WireGauges.Add(meter, kind, breakers, quotas);
        return new KindInstruments(new ActivitySource(name, version), meter);
    }
}
