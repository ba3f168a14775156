using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts.Sinks;

/// <summary>The sinks, each with a line of its own.</summary>
internal sealed class AlertOutlets : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly AlertOutlet[] _outlets;

    public AlertOutlets(IEnumerable<IAlertSink> sinks, TimeProvider time, ILogger<AlertOutlets> logger) =>
        _outlets = [.. sinks.Select(sink => new AlertOutlet(sink, time, logger, _stopping.Token))];

    public void Offer(Alert alert)
    {
        foreach (AlertOutlet outlet in _outlets)
        {
            outlet.Offer(alert);
        }
    }

    /// <summary>Waits until all that was offered is passed on, or given up.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) => Task.WhenAll(_outlets.Select(static outlet => outlet.Idle)).WaitAsync(cancellationToken);

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }
}
