using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Single items as the service reads them: within the boundary, with their columns and folders.</summary>
internal sealed class SharePointItems(IGraphApi api, GraphPages pages, SharePointSites sites, InnerReads reads, Func<SharePointSettings> current, IntegrationName name)
{
    private const int MaxDepth = 100;

    public async Task<SharePointItem> GetItemAsync(DriveItemAddress address, CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireAsync(address, cancellationToken).ConfigureAwait(false);
        bool withColumns = current().Options.IncludeMetadata;
        DriveItemDto dto = await api.GetItemAsync(address.DriveId, address.ItemId, SharePointDefaults.ItemFields, withColumns ? "listItem($expand=fields)" : null, cancellationToken).ConfigureAwait(false);
        RequireAsked(address, dto);
        IReadOnlyList<ColumnDto> columns = withColumns && dto is { ListItem.Fields: not null, SharepointIds.ListId: { } list }
            ? await ColumnsAsync(place.Id, list.ToLowerInvariant(), cancellationToken).ConfigureAwait(false)
            : [];
        return ItemMapping.ToItem(dto, address.DriveId, place, columns);
    }

    public async Task<SharePointListItem> GetListItemAsync(ListItemAddress address, CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireAsync(address, cancellationToken).ConfigureAwait(false);
        ListItemDto dto = await api.GetListItemAsync(address.SiteId, address.ListId, address.ItemId, "fields", cancellationToken).ConfigureAwait(false);
        RequireAsked(address.ItemId, dto.Id);
        return ListItemMapping.ToItem(dto, address.SiteId, address.ListId, place, await ColumnsAsync(address.SiteId, address.ListId, cancellationToken).ConfigureAwait(false));
    }

    public async Task<SitePageDto> GetPageAsync(SitePageAddress address, CancellationToken cancellationToken)
    {
        await sites.RequireAsync(address, cancellationToken).ConfigureAwait(false);
        SitePageDto dto = await api.GetPageAsync(address.SiteId, address.PageId, "canvasLayout", cancellationToken).ConfigureAwait(false);
        RequireAsked(address.PageId, dto.Id);
        return dto;
    }

    public async Task<ContentMetadata> GetMetadataAsync(ItemAddress address, CancellationToken cancellationToken) => address switch
    {
        DriveItemAddress item => await ToMetadataAsync(await GetItemAsync(item, cancellationToken).ConfigureAwait(false), item, cancellationToken).ConfigureAwait(false),
        ListItemAddress entry => ToMetadata(await GetListItemAsync(entry, cancellationToken).ConfigureAwait(false)),
        SitePageAddress page => await PageMetadataAsync(await GetPageAsync(page, cancellationToken).ConfigureAwait(false), page, cancellationToken).ConfigureAwait(false),
        SiteAddress site => SiteMapping.ToMetadata(await sites.RequireAsync(site, cancellationToken).ConfigureAwait(false), await sites.GetAsync(site.SiteId, cancellationToken).ConfigureAwait(false), name),
        _ => throw ReaderGate.AbsentOrNotVisible(address.Id),
    };

    public async Task<ContentMetadata> ToMetadataAsync(SharePointItem item, DriveItemAddress address, CancellationToken cancellationToken)
    {
        string version = current().Options.TrackVersions && item.Kind == SharePointItemKind.File
            ? await NewestVersionAsync(address, cancellationToken).ConfigureAwait(false) ?? ItemMapping.StateOf(item)
            : ItemMapping.StateOf(item);
        return ItemMapping.ToMetadata(item, name, version, await AncestorsAsync(item, address.DriveId, cancellationToken).ConfigureAwait(false));
    }

    public ContentMetadata ToMetadata(SharePointListItem item) => ListItemMapping.ToMetadata(item, name);

    public async Task<ContentMetadata> PageMetadataAsync(SitePageDto dto, SitePageAddress address, CancellationToken cancellationToken) =>
        PageMapping.ToMetadata(dto, address, await sites.PlaceOfAsync(address, cancellationToken).ConfigureAwait(false), name);

    public Task<IReadOnlyList<ColumnDto>> ColumnsAsync(string siteId, string listId, CancellationToken cancellationToken) =>
        reads.MetadataAsync<IReadOnlyList<ColumnDto>>("columns", $"{siteId}/{listId}", async token => await pages.ToListAsync(api.GetColumnsAsync(siteId, listId, token), token).ConfigureAwait(false), cancellationToken);

    private async Task<string?> NewestVersionAsync(DriveItemAddress address, CancellationToken cancellationToken) =>
        (await api.GetVersionsAsync(address.DriveId, address.ItemId, cancellationToken).ConfigureAwait(false)).Value is [{ Id: { Length: > 0 } newest }, ..] ? newest : null;

    /// <summary>The folders above, each read once for all that lie in it.</summary>
    private async Task<IReadOnlyList<ContentAncestor>> AncestorsAsync(SharePointItem item, string driveId, CancellationToken cancellationToken)
    {
        List<ContentAncestor> ancestors = [];
        ContentId? next = current().Options.IncludeMetadata ? item.Parent : null;
        while (next is { } id && ItemAddress.TryParse(id) is DriveItemAddress above && ancestors.Count < MaxDepth)
        {
            DriveItemDto folder = await reads.MetadataAsync("folder", id.Value, token => api.GetItemAsync(driveId, above.ItemId, "id,name,parentReference,root,folder", null, token), cancellationToken).ConfigureAwait(false);
            ancestors.Insert(0, new(id, folder.Root is not null ? null : folder.Name, ContentKind.Folder));
            next = folder.Root is null && folder.ParentReference?.Id is { Length: > 0 } parent ? new DriveItemAddress(driveId, parent).Id : null;
        }

        return ancestors;
    }

    private static void RequireAsked(DriveItemAddress address, DriveItemDto dto)
    {
        if (dto.Deleted is not null)
        {
            throw ReaderGate.AbsentOrNotVisible(address.Id);
        }

        RequireAsked(address.ItemId, dto.Id);
    }

    /// <exception cref="ProtocolException">The answer is about something else than was asked for, which says nothing about that.</exception>
    public static void RequireAsked(string asked, string? answered)
    {
        if (!asked.Equals(answered, StringComparison.OrdinalIgnoreCase))
        {
            throw new ProtocolException("The answer is about another item than the one asked for.");
        }
    }
}
