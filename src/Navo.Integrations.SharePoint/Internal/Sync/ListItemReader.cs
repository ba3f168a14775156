using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Items of a list as a sync tells them, the same from the feed and asked for alone, under the ids and with the metadata that a read of them gives.</summary>
internal sealed class ListItemReader(ListPartition list, SitePlace place, IntegrationName name)
{
    /// <summary>Reads a page in its order; null where it holds an error in the place of an item, so that nobody knows which one it leaves out.</summary>
    /// <remarks>Graph was seen to do so where an item is gone: <see href="https://github.com/microsoftgraph/msgraph-sdk-typescript/issues/544"/>.</remarks>
    public IReadOnlyList<SyncItem>? TryRead(ItemPageDto page)
    {
        IReadOnlyList<JsonElement> items = Required.Member(page.Value, "value");
        return items.Any(IsError) ? null : [.. items.Select(Parse).Select(entry => ToItem(entry.Id, entry.Item))];
    }

    public SyncItem ToItem(string? id, ListItemDto? item)
    {
        ListItemAddress? address = id is { Length: > 0 and < 100 } ? ItemAddress.TryParse(AddressOf(id).Id) as ListItemAddress : null;
        return (address, item) switch
        {
            (null, _) or (_, null) => Malformed(id),
            (_, { Deleted: not null }) => new SyncItem.Gone(address.Id, DeletionCause.Removed),
            _ => Present(id, item),
        };
    }

    private SyncItem Present(string? id, ListItemDto item)
    {
        try
        {
            return new SyncItem.Present(ListItemMapping.ToMetadata(ListItemMapping.ToItem(item, list.SiteId, list.ListId, place, []), name));
        }
        catch (IntegrationException unreadable)
        {
            return Malformed(id) with { ErrorType = unreadable.GetType().Name };
        }
    }

    private static bool IsError(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && !element.TryGetProperty("id", out _) && element.TryGetProperty("error", out _);

    private static (string? Id, ListItemDto? Item) Parse(JsonElement element)
    {
        try
        {
            ListItemDto? item = element.Deserialize(GraphJson.Default.ListItemDto);
            return (item?.Id, item);
        }
        catch (JsonException)
        {
            return (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null, null);
        }
    }

    private ListItemAddress AddressOf(string id) => new(list.SiteId, list.ListId, id);

    /// <summary>An item without an id that could be one stands under what its place would be: it is seen, and can't be asked for.</summary>
    private SyncItem.Skipped Malformed(string? id)
    {
        string told = id is { Length: > 0 and < 100 } && id.All(char.IsAsciiLetterOrDigit) ? id : "unnamed";
        return new(AddressOf(told).Id, SkipReason.Malformed) { ErrorType = nameof(ProtocolException) };
    }
}
