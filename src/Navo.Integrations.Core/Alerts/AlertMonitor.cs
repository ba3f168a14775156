using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts.Sinks;
using Navo.Integrations.Core.Health;

namespace Navo.Integrations.Core.Alerts;

/// <summary>Collects figures, has them judged, and tells what came of it.</summary>
internal sealed class AlertMonitor : IAlertMonitor
{
    private readonly IAlertSource[] _sources;
    private readonly AlertBook _book;
    private readonly AlertOutlets _outlets;
    private readonly ILogger _logger;
    private readonly Subscribers<Alert> _subscribers;
    private readonly Lock _gate = new();
    private volatile IReadOnlyList<Alert> _open = [];

    public AlertMonitor(IEnumerable<IAlertSource> sources, AlertSettings settings, AlertOutlets outlets, TimeProvider time, ILogger<AlertMonitor> logger)
    {
        (_sources, _outlets, _logger) = ([.. sources], outlets, logger);
        _book = new(settings, time, logger);
        _subscribers = new(failure => AlertLog.SubscriberFailed(logger, failure.GetType().Name));
    }

    public IReadOnlyList<Alert> Open => _open;

    internal int Troubles => _book.Troubles;

    public IDisposable Subscribe(Action<Alert> receive) => _subscribers.Add(receive);

    public IReadOnlyList<Alert> Evaluate()
    {
        lock (_gate)
        {
            IReadOnlyList<Alert> changes = _book.Judge([.. _sources.Select(Read)]);
            _open = _book.Open;
            foreach (Alert change in changes) // within the lock: whoever listens hears of the end after the beginning
            {
                _outlets.Offer(change);
                _subscribers.Tell(change);
            }

            return changes;
        }
    }

    private IReadOnlyList<AlertReading>? Read(IAlertSource source)
    {
        try
        {
            return [.. source.Read()];
        }
        catch (Exception failure)
        {
            AlertLog.SourceFailed(_logger, source.GetType().Name, failure.GetType().Name);
            return null;
        }
    }
}
