using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Asks Graph with the reader's own token, where the application was given one.</summary>
internal sealed class OwnEyes(IGraphApi api, GraphCredentials credentials)
{
    /// <summary>Whether the reader can read the item; null where there is no token of the reader.</summary>
    public async Task<bool?> SeesAsync(ItemAddress address, AccessContext reader, CancellationToken cancellationToken)
    {
        if (reader.User is not { } user || await credentials.OfUserAsync(user, cancellationToken).ConfigureAwait(false) is not { } tokens)
        {
            return null;
        }

        using IDisposable acting = GraphActor.Begin(tokens);
        try
        {
            await ReadAsync(address, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception refused) when (refused is NotFoundException or PermissionException)
        {
            return false;
        }
    }

    /// <summary>Reads as little of an item as shows that it is there, for whoever acts.</summary>
    public Task ReadAsync(ItemAddress address, CancellationToken cancellationToken) => address switch
    {
        DriveItemAddress item => api.GetItemAsync(item.DriveId, item.ItemId, "id", null, cancellationToken),
        ListItemAddress entry => api.GetListItemAsync(entry.SiteId, entry.ListId, entry.ItemId, null, cancellationToken),
        SitePageAddress page => api.GetPageAsync(page.SiteId, page.PageId, null, cancellationToken),
        SiteAddress site => api.GetSiteAsync(site.SiteId, "id", cancellationToken),
        _ => throw new InvalidQueryException("There is no such kind of item."),
    };
}
