using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Pages of sites as entries of the library that holds them: Graph keeps permissions there, under another id.</summary>
internal sealed class SitePages(IGraphApi api, GraphPages pages, InnerReads reads)
{
    private const string PageLibrary = "webPageLibrary";

    /// <summary>The entry behind a page.</summary>
    /// <exception cref="PermissionException">The library does not show it, so that who may see it can't be told.</exception>
    public async Task<ListItemAddress> EntryOfAsync(SitePageAddress page, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, ListItemAddress> entries = await reads.PermissionAsync("pages", page.SiteId, token => ReadAsync(page.SiteId, token), cancellationToken).ConfigureAwait(false);
        return entries.TryGetValue(page.PageId, out ListItemAddress? entry)
            ? entry
            : throw new PermissionException("The page is not found in the site's page library, so that who may see it can't be told.");
    }

    private async Task<IReadOnlyDictionary<string, ListItemAddress>> ReadAsync(string siteId, CancellationToken cancellationToken)
    {
        Dictionary<string, ListItemAddress> entries = new(StringComparer.OrdinalIgnoreCase);
        await foreach (ListDto list in pages.WalkAsync(api.GetListsAsync(siteId, SharePointDefaults.ListFields, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            if (list is not { Id: { } listId, List.Template: PageLibrary })
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
