using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Walks through sites, libraries, folders, lists and pages as the service, to the end and within the boundary.</summary>
internal sealed class SharePointWalks(IGraphApi api, GraphPages pages, SharePointSites sites, SharePointItems items, SiteTree tree)
{
    /// <summary>The configured sites with those below them; without any, every site of the tenant.</summary>
    public async IAsyncEnumerable<SharePointSite> SitesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (SiteEntry? root in tree.Roots)
        {
            await foreach (SiteDto site in tree.WalkAsync(root, cancellationToken).ConfigureAwait(false))
            {
                if (seen.Add(Required.Member(site.Id, "id")))
                {
                    yield return SiteMapping.ToSite(site);
                }
            }
        }
    }

    public async IAsyncEnumerable<SharePointSite> SubsitesAsync(string siteId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await sites.RequireAsync(new SiteAddress(siteId), cancellationToken).ConfigureAwait(false);
        await foreach (SiteDto site in pages.WalkAsync(api.GetSubsitesAsync(siteId, SharePointDefaults.SiteFields, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            yield return SiteMapping.ToSite(site);
        }
    }

    public async IAsyncEnumerable<SharePointLibrary> LibrariesAsync(string siteId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireAsync(new SiteAddress(siteId), cancellationToken).ConfigureAwait(false);
        await foreach (DriveDto drive in pages.WalkAsync(api.GetDrivesAsync(siteId, SharePointDefaults.DriveFields, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            yield return SiteMapping.ToLibrary(drive, place);
        }
    }

    public async IAsyncEnumerable<SharePointList> ListsAsync(string siteId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireAsync(new SiteAddress(siteId), cancellationToken).ConfigureAwait(false);
        await foreach (ListDto list in pages.WalkAsync(api.GetListsAsync(siteId, SharePointDefaults.ListFields, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            yield return SiteMapping.ToList(list, siteId, place);
        }
    }

    public async IAsyncEnumerable<SharePointListItem> ListItemsAsync(string siteId, string listId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireAsync(new SiteAddress(siteId), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ColumnDto> columns = await items.ColumnsAsync(siteId, PathSegment.Of(listId), cancellationToken).ConfigureAwait(false);
        Task<GraphListDto<ListItemDto>> first = api.GetListItemsAsync(siteId, listId, null, "fields", SharePointDefaults.PageSize, cancellationToken);
        await foreach (ListItemDto item in pages.WalkAsync(first, cancellationToken).ConfigureAwait(false))
        {
            yield return ListItemMapping.ToItem(item, siteId, listId, place, columns);
        }
    }

    /// <summary>The pages of a site; those that are drafts are for the service alone.</summary>
    public async IAsyncEnumerable<SharePointPage> PagesAsync(string siteId, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireAsync(new SiteAddress(siteId), cancellationToken).ConfigureAwait(false);
        await foreach (SitePageDto dto in pages.WalkAsync(api.GetPagesAsync(siteId, SharePointDefaults.PageFields, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            if (PageMapping.ToPage(dto, siteId, place) is var page && (reader.IsService || !page.IsDraft))
            {
                yield return page;
            }
        }
    }

    public async IAsyncEnumerable<SharePointItem> ChildrenAsync(DriveItemAddress folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireAsync(folder, cancellationToken).ConfigureAwait(false);
        Task<Stream> first = api.GetChildrenAsync(folder.DriveId, folder.ItemId, SharePointDefaults.ItemFields, SharePointDefaults.PageSize, cancellationToken);
        await foreach (DriveItemDto child in pages.WalkAsync<DriveItemDto>(first, cancellationToken).ConfigureAwait(false))
        {
            yield return ItemMapping.ToItem(child, folder.DriveId, place);
        }
    }

    /// <summary>Every item of a library: by delta, which alone promises all of them. The same item may come more than once; the last counts.</summary>
    public async Task<IReadOnlyList<SharePointItem>> LibraryItemsAsync(string libraryId, CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireDriveAsync(libraryId, cancellationToken).ConfigureAwait(false);
        Dictionary<string, DriveItemDto> latest = new(StringComparer.Ordinal);
        Task<Stream> first = api.GetDeltaAsync(libraryId, SharePointDefaults.ItemFields, SharePointDefaults.PageSize, cancellationToken);
        await foreach (DriveItemDto item in pages.WalkAsync<DriveItemDto>(first, cancellationToken).ConfigureAwait(false))
        {
            latest[Required.Member(item.Id, "id")] = item;
        }

        DriveItemDto[] present = [.. latest.Values.Where(item => item.Deleted is null && item.Root is null)];
        FolderPaths paths = new(latest.Values);
        return [.. present.Select(item => ItemMapping.ToItem(item, libraryId, place) with { FolderPath = paths.Of(item) })];
    }

    public async Task<SharePointLibrary> OneDriveAsync(string user, CancellationToken cancellationToken)
    {
        DriveDto drive = await api.GetUserDriveAsync(PathSegment.Of(user), SharePointDefaults.DriveFields, cancellationToken).ConfigureAwait(false);
        SitePlace place = await sites.PlaceOfDriveAsync(Required.Member(drive.Id, "id"), cancellationToken).ConfigureAwait(false);
        return await sites.ContainsAsync(place, cancellationToken).ConfigureAwait(false)
            ? SiteMapping.ToLibrary(drive, place)
            : throw new NotFoundException("The OneDrive is absent or not visible.");
    }
}
