using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Items of a library as a sync tells them, the same from the feed, from a folder and asked for alone: the version is the <c>eTag</c>, for the feed has no <c>cTag</c>; ancestors are put
/// together by ids, for the feed has no paths; labels are left out, for only the item itself has them. Files are told. Folders are places of files, and shortcuts stand for what another
/// library tells; notebooks and other packages, whose text nobody here reads, are told as skipped.
/// </summary>
internal sealed class DriveItemReader(string drive, SitePlace place, FolderTree tree, IntegrationName name)
{
    /// <summary>Reads a page, its folders first: an item may come before the folder it lies in.</summary>
    public async Task<ItemPage> ReadAsync(ItemPageDto page, CancellationToken cancellationToken)
    {
        ItemPage read = new();
        List<(string? Id, DriveItemDto? Item)> items = [.. Required.Member(page.Value, "value").Select(Parse)];
        foreach ((string? id, DriveItemDto? item) in items.Where(static entry => IsFolder(entry.Item)))
        {
            tree.Put(item!);
            if (item!.Root is null)
            {
                read.Folders.RemoveAll(folder => folder.Id == id);
                read.Folders.Add(item);
            }
        }

        foreach ((string? id, DriveItemDto? item) in items)
        {
            if (await ToItemAsync(id, item, cancellationToken).ConfigureAwait(false) is { } told)
            {
                read.Items.Add(told);
                read.SharedAnew.UnionWith(IsSharedAnew(item) ? [id!] : []);
            }
        }

        return read;
    }

    /// <summary>One item; null for what is no item of a sync.</summary>
    public async ValueTask<SyncItem?> ToItemAsync(string? id, DriveItemDto? item, CancellationToken cancellationToken)
    {
        if (id is not { Length: > 0 and < 100 } || ItemAddress.TryParse(AddressOf(id).Id) is not DriveItemAddress address)
        {
            return Malformed(id);
        }

        return item switch
        {
            null => Malformed(id),
            { Deleted: not null } => item.Folder is null ? new SyncItem.Gone(address.Id, DeletionCause.Removed) : null,
            { Root: not null } or { RemoteItem: not null } => null,
            { Package: not null } => Skipped(address.Id, SkipReason.Unsupported, item),
            { Folder: not null } => null,
            { Malware: not null } => Skipped(address.Id, SkipReason.Malware, item),
            { Name.Length: > 0 } => await PresentAsync(item, cancellationToken).ConfigureAwait(false),
            _ => Malformed(id),
        };
    }

    /// <summary>Whether the feed says that others may see an item now.</summary>
    public static bool IsSharedAnew(DriveItemDto? item) => "True".Equals(item?.SharedChanged, StringComparison.OrdinalIgnoreCase);

    private static (string? Id, DriveItemDto? Item) Parse(JsonElement element)
    {
        try
        {
            DriveItemDto? item = element.Deserialize(GraphJson.Default.DriveItemDto);
            return (item?.Id, item?.Id is null ? null : item);
        }
        catch (JsonException)
        {
            return (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null, null);
        }
    }

    private static bool IsFolder(DriveItemDto? item) => item is { Deleted: null, RemoteItem: null, Id.Length: > 0 } and ({ Folder: not null } or { Root: not null });

    private async ValueTask<SyncItem> PresentAsync(DriveItemDto dto, CancellationToken cancellationToken)
    {
        SharePointItem item;
        try
        {
            item = ItemMapping.ToItem(dto, drive, place);
        }
        catch (IntegrationException unreadable)
        {
            return Malformed(dto.Id) with { Title = dto.Name, ErrorType = unreadable.GetType().Name };
        }

        IReadOnlyList<ContentAncestor> ancestors = await tree.AncestorsAsync(dto.ParentReference?.Id, cancellationToken).ConfigureAwait(false);
        return new SyncItem.Present(ItemMapping.ToMetadata(item, name, item.EntityTag ?? ItemMapping.StateOf(item), ancestors));
    }

    private DriveItemAddress AddressOf(string id) => new(drive, id);

    /// <summary>An item without an id that could be one stands under what its place would be: it is seen, and can't be asked for.</summary>
    private SyncItem.Skipped Malformed(string? id)
    {
        string told = id is { Length: > 0 and < 100 } && id.All(char.IsAsciiLetterOrDigit) ? id : "unnamed";
        return new(AddressOf(told).Id, SkipReason.Malformed) { ErrorType = nameof(ProtocolException) };
    }

    private static SyncItem.Skipped Skipped(ContentId id, SkipReason reason, DriveItemDto item) =>
        new(id, reason) { Title = item.Name, WebAddress = WebAddress.Of(item.WebUrl), Size = item.Size };
}
