using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>An item as three hashes, each of which is another one when something of that sort has changed.</summary>
internal static class ItemMarks
{
    public static InventoryEntry Of(string partition, SyncItem.Present item, int generation)
    {
        ContentMetadata metadata = item.Metadata;
        return new(
            partition,
            SyncHash.Of(string.Join('\n', [metadata.Version, metadata.Title, metadata.Status.ToString(), metadata.Kind.ToString(), .. metadata.Labels.Order(StringComparer.Ordinal)])),
            SyncHash.Of(string.Join('\n', [metadata.Container.Key, metadata.WebAddress?.AbsoluteUri, .. metadata.Ancestors.Select(static ancestor => $"{ancestor.Id} {ancestor.Title}")])),
            item.Access is { } access ? SyncHash.Of(access) : 0, // nobody has said
            generation);
    }

    /// <summary>A group: its members and its name.</summary>
    public static InventoryEntry Of(string partition, SyncItem.Group group, int generation) =>
        new(partition, SyncHash.Of(string.Join('\n', group.Members)), SyncHash.Of(group.Name ?? string.Empty), SyncHash.Unknown, generation);
}
