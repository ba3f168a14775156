using System.Diagnostics.Metrics;

namespace Navo.Integrations.EnterpriseGpt.Tests.Usage;

/// <summary>Hears every measurement of one factory's meters.</summary>
internal sealed class MetricsProbe : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, Dictionary<string, object?> Tags)> _measured = [];

    public MetricsProbe(IMeterFactory meters)
    {
        Meter meter = meters.Create("Navo.Integrations.EnterpriseGpt", typeof(EnterpriseGptOptions).Assembly.GetName().Version?.ToString(3));
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<(string Name, double Value, Dictionary<string, object?> Tags)> All
    {
        get
        {
            _listener.RecordObservableInstruments();
            return _measured;
        }
    }

    public IEnumerable<(string Name, double Value, Dictionary<string, object?> Tags)> Of(string name) => All.Where(measured => measured.Name == name);

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Add((instrument.Name, value, new(tags.ToArray(), StringComparer.Ordinal)));
}
