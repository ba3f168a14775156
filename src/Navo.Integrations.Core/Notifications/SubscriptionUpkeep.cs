using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Notifications;

/// <summary>What came of looking after subscriptions.</summary>
public sealed record SubscriptionUpkeep
{
    /// <summary>Nothing is subscribed to: the source does not tell, or is not set up to.</summary>
    public static SubscriptionUpkeep None { get; } = new();

    /// <summary>Whether the subscriptions are to all that is kept in step; where not, the rest is looked at by the schedule as if nobody told.</summary>
    public bool CoversAll { get; init; } = true;

    /// <summary>How many subscriptions are alive.</summary>
    public int Alive { get; init; }

    /// <summary>How many were made.</summary>
    public int Created { get; init; }

    /// <summary>How many were renewed.</summary>
    public int Renewed { get; init; }

    /// <summary>When the first of them ends; null where none does.</summary>
    public DateTimeOffset? FirstExpiry { get; init; }

    /// <summary>When to come again; null where there is nothing to look after.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Times in which the source may have been silent. A run over their parts repairs them.</summary>
    public IReadOnlyList<NotificationGap> Gaps { get; init; } = [];

    /// <summary>What went wrong, by the part of the source that is not subscribed to because of it.</summary>
    public IReadOnlyDictionary<string, IntegrationException> Failures { get; init; } = new Dictionary<string, IntegrationException>();
}
