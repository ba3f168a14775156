using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Notifications;

/// <summary>What a source told by itself, once it was proven to come from it. It carries no content.</summary>
/// <param name="Source">The integration.</param>
/// <param name="Kind">What it says.</param>
public sealed record SourceNotification(IntegrationName Source, NotificationKind Kind)
{
    /// <summary>The part of the source that changed, by its id as a <see cref="Sync.SyncPartition"/>; null where it may be any.</summary>
    public string? Partition { get; init; }

    /// <summary>The subscription that told; null where the source names none.</summary>
    public string? Subscription { get; init; }
}
