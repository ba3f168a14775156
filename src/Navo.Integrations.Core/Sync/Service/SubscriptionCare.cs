using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Sync;

/// <summary>Looks after the subscriptions of a source when it is time to, and again before long where it failed.</summary>
internal sealed class SubscriptionCare(INotificationSource source, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(1);

    private readonly HashSet<SourceNotification> _news = [];
    private TimeSpan _retry = FirstRetry;

    public DateTimeOffset NextDue { get; private set; } = DateTimeOffset.MinValue;

    public SubscriptionUpkeep? Upkeep { get; private set; }

    public IntegrationException? Error { get; private set; }

    /// <summary>Whether all that could tell does.</summary>
    public bool IsNotified => Error is null && Upkeep is { Alive: > 0, CoversAll: true, Failures.Count: 0 };

    public void Tell(SourceNotification news)
    {
        _news.Add(news);
        NextDue = DateTimeOffset.MinValue;
    }

    /// <summary>Looks after them where it is time; gives the gaps that are to be repaired.</summary>
    public async Task<IReadOnlyList<NotificationGap>> MaintainAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < NextDue)
        {
            return [];
        }

        try
        {
            Upkeep = await source.MaintainAsync([.. _news], cancellationToken).ConfigureAwait(false);
            Error = null;
            _retry = Upkeep.Failures.Count > 0 ? _retry : FirstRetry;
            _news.Clear();
            NextDue = Upkeep.NextDue ?? (Upkeep.Failures.Count > 0 ? Soonest() : DateTimeOffset.MaxValue);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Error = FailureTranslator.Translate(failure, "subscribe");
            SyncServiceLog.NotMaintained(logger, source.Name, Error.GetType().Name, Error.StatusCode);
            NextDue = Soonest();
            return [];
        }

        foreach (IntegrationException failure in Upkeep.Failures.Values)
        {
            SyncServiceLog.NotMaintained(logger, source.Name, failure.GetType().Name, failure.StatusCode);
        }

        foreach (NotificationGap gap in Upkeep.Gaps)
        {
            SyncServiceLog.Gap(logger, source.Name, gap.Since, gap.Until, gap.Reason);
        }

        return Upkeep.Gaps;
    }

    private DateTimeOffset Soonest()
    {
        DateTimeOffset again = time.GetUtcNow() + _retry;
        _retry = _retry * 2 < LastRetry ? _retry * 2 : LastRetry;
        return again;
    }
}
