using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// Keeps a copy in step for as long as the application runs: by the source's notifications where it tells, and by a schedule that adapts. A failure of the source, the handler or a store ends no
/// service; it is logged, stands in <see cref="Status"/>, and is tried again.
/// </summary>
internal sealed class ContentSyncService(SyncDriver driver, SubscriptionCare? care, NotificationQueue queue, CacheInvalidation caches, SyncSchedule schedule, IntegrationName name, TimeProvider time, ILogger logger)
    : BackgroundService, IContentSyncService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private volatile ContentSyncStatus _status = new(name);

    public IntegrationName Name => name;

    public ContentSyncStatus Status => _status;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StepAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                SyncServiceLog.StepFailed(logger, name, failure.GetType().Name);
                await Task.Delay(AfterFailure, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        Collect();
        await MaintainAsync(cancellationToken).ConfigureAwait(false);
        if (schedule.Take(time.GetUtcNow()) is { } errand)
        {
            await RunAsync(errand, cancellationToken).ConfigureAwait(false);
        }

        DateTimeOffset due = schedule.NextDue;
        _status = _status with { NextDue = due };
        await WaitAsync(care?.NextDue < due ? care.NextDue : due, cancellationToken).ConfigureAwait(false);
    }

    private void Collect()
    {
        foreach (SourceNotification notification in queue.Take(name))
        {
            switch (notification.Kind)
            {
                case NotificationKind.Changed:
                    schedule.AskChanges(notification.Partition);
                    break;
                case NotificationKind.AccessChanged:
                    caches.AccessChanged(name);
                    schedule.AskAccess(notification.Partition);
                    break;
                default:
                    care?.Tell(notification);
                    break;
            }
        }
    }

    private async Task MaintainAsync(CancellationToken cancellationToken)
    {
        if (care is null)
        {
            return;
        }

        foreach (NotificationGap gap in await care.MaintainAsync(cancellationToken).ConfigureAwait(false))
        {
            schedule.AskChanges(gap.Partition);
        }

        schedule.IsNotified = care.IsNotified;
        _status = _status with { Subscriptions = care.Upkeep, SubscriptionError = care.Error };
    }

    private async Task RunAsync(SyncErrand errand, CancellationToken cancellationToken)
    {
        DateTimeOffset started = time.GetUtcNow();
        _status = _status with { LastStarted = started };
        SyncOutcome outcome = await driver.RunAsync(errand, cancellationToken).ConfigureAwait(false);
        schedule.Done(errand, outcome, time.GetUtcNow());
        bool isInStep = !outcome.IsTroubled && outcome.Report.IsComplete && errand is { Mode: SyncMode.Incremental, Partitions: null };
        _status = _status with
        {
            InStepSince = isInStep ? started : _status.InStepSince,
            LastReport = outcome.Report,
            LastError = outcome.Error,
            LastHandlerFailures = outcome.HandlerFailures,
        };
    }

    /// <summary>Waits until something is due or comes in.</summary>
    private async Task WaitAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        TimeSpan left = due - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return;
        }

        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task timer = Task.Delay(left, time, either.Token);
        if (time.GetUtcNow() < due) // the clock may have been set meanwhile
        {
            await Task.WhenAny(queue.WaitAsync(name, either.Token), timer).ConfigureAwait(false);
        }

        await either.CancelAsync().ConfigureAwait(false);
    }
}
