using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts.Sinks;

/// <summary>Feeds one sink in the background, one alert after the other. Beyond a number that wait for a slow one, the oldest are dropped.</summary>
internal sealed class AlertOutlet
{
    private const int MostWaiting = 1000;

    /// <summary>How long a sink may take over one alert.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly IAlertSink _sink;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationToken _stopping;
    private readonly Channel<Alert> _waiting;
    private readonly Lock _gate = new();
    private Task _pump = Task.CompletedTask;
    private bool _isPumping;

    public AlertOutlet(IAlertSink sink, TimeProvider time, ILogger logger, CancellationToken stopping)
    {
        (_sink, _time, _logger, _stopping) = (sink, time, logger, stopping);
        BoundedChannelOptions bounds = new(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        _waiting = Channel.CreateBounded<Alert>(bounds, dropped => AlertLog.Dropped(logger, dropped.Key, sink.GetType().Name));
    }

    /// <summary>Ends when all that was offered so far is passed on, or given up.</summary>
    public Task Idle
    {
        get
        {
            lock (_gate)
            {
                return _pump;
            }
        }
    }

    public void Offer(Alert alert)
    {
        _waiting.Writer.TryWrite(alert);
        lock (_gate)
        {
            if (!_isPumping)
            {
                _isPumping = true;
                _pump = Task.Run(PumpAsync, CancellationToken.None);
            }
        }
    }

    private async Task PumpAsync()
    {
        while (TryTake(out Alert? alert))
        {
            try
            {
                await SendAsync(alert!).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                AlertLog.SinkFailed(_logger, alert!.Key, _sink.GetType().Name, failure.GetType().Name);
            }
        }
    }

    private async Task SendAsync(Alert alert)
    {
        using CancellationTokenSource limit = new(Limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping);
        await _sink.SendAsync(alert, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
    }

    private bool TryTake(out Alert? alert)
    {
        lock (_gate)
        {
            _isPumping = _waiting.Reader.TryRead(out alert);
            return _isPumping;
        }
    }
}
