namespace Navo.Integrations.Core.Notifications;

/// <summary>A time in which a part of a source may have changed without telling.</summary>
/// <param name="Partition">The part, by its id as a <see cref="Sync.SyncPartition"/>; null for all of the source.</param>
/// <param name="Since">When it began; null where that is not known.</param>
/// <param name="Until">When it ended.</param>
/// <param name="Reason">Why.</param>
public sealed record NotificationGap(string? Partition, DateTimeOffset? Since, DateTimeOffset Until, NotificationGapReason Reason);
