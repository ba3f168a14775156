using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Alerts;

/// <summary>Keeps what it is told, after it did what a test wants of it.</summary>
internal sealed class RecordingAlertSink(Func<Alert, CancellationToken, Task>? first = null) : IAlertSink
{
    private readonly ConcurrentQueue<Alert> _alerts = new();

    public IReadOnlyList<Alert> Alerts => [.. _alerts];

    public async ValueTask SendAsync(Alert alert, CancellationToken cancellationToken = default)
    {
        await (first?.Invoke(alert, cancellationToken) ?? Task.CompletedTask);
        _alerts.Enqueue(alert);
    }
}
