using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Health;

/// <summary>Asks the integrations how they are for as long as the application runs. An integration that hangs or throws is unhealthy and holds up no other; nothing ends the monitor.</summary>
internal sealed class HealthMonitor : BackgroundService, IHealthMonitor
{
    private const int MaxParallel = 16;

    private readonly IIntegrationCatalog _catalog;
    private readonly HealthBook _book;
    private readonly ValidOptions<HealthMonitorOptions> _settings;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Subscribers<HealthChange> _subscribers;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<IntegrationName, (long Number, IntegrationHealth Health)> _latest = new();
    private long _beat;
    private long _pause;

    public HealthMonitor(IIntegrationCatalog catalog, HealthBook book, ValidOptions<HealthMonitorOptions> settings, TimeProvider time, ILogger<HealthMonitor> logger)
    {
        (_catalog, _book, _settings, _time, _logger) = (catalog, book, settings, time, logger);
        _subscribers = new(failure => HealthLog.SubscriberFailed(logger, failure.GetType().Name));
        _beat = time.GetTimestamp();
        _pause = settings.Current.Interval.Ticks;
    }

    public IReadOnlyCollection<IntegrationHealth> Latest => [.. _latest.Values.Select(static answer => answer.Health)];

    /// <summary>How long ago it got on last.</summary>
    public TimeSpan SinceBeat => _time.GetElapsedTime(Volatile.Read(ref _beat));

    /// <summary>How long it waits between two rounds: what was configured when the last one ended.</summary>
    public TimeSpan Pause
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _pause));
        private set => Volatile.Write(ref _pause, value.Ticks);
    }

    public IDisposable Subscribe(Action<HealthChange> receive) => _subscribers.Add(receive);

    public async Task<IReadOnlyCollection<IntegrationHealth>> CheckAsync(CancellationToken cancellationToken = default)
    {
        ConcurrentBag<IntegrationHealth> all = [];
        ParallelOptions bounds = new() { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(_catalog, bounds, async (integration, token) =>
        {
            (long number, IntegrationHealth health) = await _book.AskNumberedAsync(integration, token).ConfigureAwait(false);
            Note(integration.Name, number, health);
            all.Add(health);
        }).ConfigureAwait(false);
        return all;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CheckAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                HealthLog.RoundFailed(_logger, failure.GetType().Name);
            }

            Pause = _settings.Current.Interval;
            Volatile.Write(ref _beat, _time.GetTimestamp());
            await Task.Delay(Pause, _time, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>An answer that is not newer than the one known, because several waited for it, is no news.</summary>
    private void Note(IntegrationName name, long number, IntegrationHealth health)
    {
        Volatile.Write(ref _beat, _time.GetTimestamp());
        lock (_gate)
        {
            (long known, IntegrationHealth? previous) = _latest.GetValueOrDefault(name);
            if (previous is not null && number <= known)
            {
                return;
            }

            _latest[name] = (number, health);
            if (previous is null || Differs(previous, health))
            {
                LogLevel level = health.Status == HealthState.Healthy ? LogLevel.Information : LogLevel.Warning;
                HealthLog.Changed(_logger, level, name, health.Status, previous?.Status.ToString() ?? "unknown", health.Features.Count(static feature => feature.Status != HealthState.Healthy));
                _subscribers.Tell(new(previous, health));
            }
        }
    }

    private static bool Differs(IntegrationHealth one, IntegrationHealth other) =>
        one.Status != other.Status || !Features(one).SetEquals(Features(other));

    private static HashSet<(string, HealthState)> Features(IntegrationHealth health) => [.. health.Features.Select(static feature => (feature.Name, feature.Status))];
}
