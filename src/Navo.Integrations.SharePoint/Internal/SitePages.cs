using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Pages of sites as entries of the library that holds them: Graph keeps permissions there, under another id.</summary>
internal sealed class SitePages(IGraphApi api, GraphPages pages, InnerReads reads)
{
    /// <summary>The entry behind a page.</summary>
    /// <exception cref="PermissionException">The library does not show it, so that who may see it can't be told.</exception>
    public async Task<ListItemAddress> EntryOfAsync(SitePageAddress page, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, ListItemAddress> entries = await KnownAsync(page.SiteId, cancellationToken).ConfigureAwait(false);
        return entries.TryGetValue(page.PageId, out ListItemAddress? entry)
            ? entry
            : throw new PermissionException("The page is not found in the site's page library, so that who may see it can't be told.");
    }

    /// <summary>The entries behind the pages of a site, by the ids of the pages, those of some pages among them if there are any.</summary>
    public async Task<IReadOnlyDictionary<string, ListItemAddress>> EntriesAsync(string siteId, IEnumerable<SitePageAddress> sought, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, ListItemAddress> known = await KnownAsync(siteId, cancellationToken).ConfigureAwait(false);
        return sought.All(page => known.ContainsKey(page.PageId)) ? known : await ReadAsync(siteId, cancellationToken).ConfigureAwait(false);
    }

    private Task<IReadOnlyDictionary<string, ListItemAddress>> KnownAsync(string siteId, CancellationToken cancellationToken) =>
        reads.PermissionAsync("pages", siteId, token => ReadAsync(siteId, token), cancellationToken);

    private async Task<IReadOnlyDictionary<string, ListItemAddress>> ReadAsync(string siteId, CancellationToken cancellationToken)
    {
        Dictionary<string, ListItemAddress> entries = new(StringComparer.OrdinalIgnoreCase);
        await foreach (ListDto list in pages.WalkAsync(api.GetListsAsync(siteId, SharePointDefaults.ListFields, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            if (list is not { Id: { } listId, List.Template: SharePointDefaults.PageLibrary })
            {
                continue;
            }

            Task<GraphListDto<ListItemDto>> first = api.GetListItemsAsync(siteId, listId, "id,sharepointIds", null, SharePointDefaults.PageSize, cancellationToken);
            await foreach (ListItemDto item in pages.WalkAsync(first, cancellationToken).ConfigureAwait(false))
            {
                if (item is { Id: { } id, SharepointIds.ListItemUniqueId: { } page })
                {
                    entries[page] = new(siteId, listId, id);
                }
            }
        }

        return entries;
    }
}
