using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Tests;

/// <summary>Everything that leaves the integration beside its answers: logs at every level with states and scopes, activities, metrics and audit records.</summary>
internal sealed class CapturedOutput : ILoggerProvider, IAuditSink
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public CapturedOutput()
    {
        _activities = new()
        {
            ShouldListenTo = source => source.Name.StartsWith("Navo.", StringComparison.Ordinal) || source.Name.StartsWith("System.Net.Http", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Add($"activity {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags)}"))}"),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((i, v, tags, _) => Add($"metric {i.Name} {v} {string.Join(' ', tags.ToArray())}"));
        _meters.SetMeasurementEventCallback<double>((i, v, tags, _) => Add($"metric {i.Name} {v} {string.Join(' ', tags.ToArray())}"));
        _meters.Start();
    }

    public IReadOnlyCollection<AuditRecord> AuditRecords => _records;

    private readonly ConcurrentQueue<AuditRecord> _records = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public ValueTask WriteAsync(AuditRecord record, CancellationToken cancellationToken = default)
    {
        _records.Enqueue(record);
        Add($"audit {record} {string.Join(' ', record.DisclosedItems)}");
        return default;
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(string line) => _lines.Enqueue(line);

    private sealed class Line(CapturedOutput output, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            output.Add($"scope {category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            output.Add($"log {category} {logLevel} {formatter(state, exception)} {(state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : null)} {exception}");
    }
}
