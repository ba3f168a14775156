using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Who may see pages of a site: Graph says it of their entries in the page library.</summary>
internal sealed class PageAccess(ItemAccess access, SitePages sitePages)
{
    /// <summary>Pages with who may see them. Of one without an entry that can't be told; who comes to know of it asks, and is refused.</summary>
    public async Task<IReadOnlyList<SyncItem>> FillAsync(IReadOnlyList<SyncItem> items, SitePlace place, CancellationToken cancellationToken)
    {
        Dictionary<SyncItem, SitePageAddress> pages = new(ReferenceEqualityComparer.Instance);
        foreach (SyncItem.Present item in items.OfType<SyncItem.Present>())
        {
            pages[item] = (SitePageAddress)ItemAddress.Parse(item.Id);
        }

        IReadOnlyDictionary<string, ListItemAddress> entries = await sitePages.EntriesAsync(place.Id, pages.Values, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SyncItem> marked = [.. items.Select(item => item is SyncItem.Present page && !entries.ContainsKey(pages[item].PageId) ? page with { Access = ItemAccess.Unreadable } : item)];
        return await access.FillAsync(marked, id => entries.GetValueOrDefault(((SitePageAddress)ItemAddress.Parse(id)).PageId), place, cancellationToken).ConfigureAwait(false);
    }
}
