using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Core.Sync;

/// <summary>How a service is getting on.</summary>
/// <param name="Name">The integration.</param>
public sealed record ContentSyncStatus(IntegrationName Name)
{
    /// <summary>When the last run began; null before the first.</summary>
    public DateTimeOffset? LastStarted { get; init; }

    /// <summary>When the last run over everything ended completely: what changed before it is in the copy, unless a handler failed. Null before the first.</summary>
    public DateTimeOffset? InStepSince { get; init; }

    /// <summary>When the next run is due.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>What came of the last run.</summary>
    public SyncReport? LastReport { get; init; }

    /// <summary>What broke the last run off; null where nothing did.</summary>
    public IntegrationException? LastError { get; init; }

    /// <summary>How many changes the handler did not carry out in the last run; they come again.</summary>
    public int LastHandlerFailures { get; init; }

    /// <summary>What came of looking after subscriptions last; null where the source does not tell by itself.</summary>
    public SubscriptionUpkeep? Subscriptions { get; init; }

    /// <summary>What kept the subscriptions from being looked after; null where nothing did.</summary>
    public IntegrationException? SubscriptionError { get; init; }
}
