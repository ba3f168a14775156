using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

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
    /// <exception cref="ProtocolException">The answer is about something else, which proves nothing.</exception>
    public async Task ReadAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        (string asked, string? answered) = address switch
        {
            DriveItemAddress item => (item.ItemId, Present(await api.GetItemAsync(item.DriveId, item.ItemId, "id,deleted", null, cancellationToken).ConfigureAwait(false), address)?.Id),
            ListItemAddress entry => (entry.ItemId, (await api.GetListItemAsync(entry.SiteId, entry.ListId, entry.ItemId, null, cancellationToken).ConfigureAwait(false))?.Id),
            SitePageAddress page => (page.PageId, (await api.GetPageAsync(page.SiteId, page.PageId, null, cancellationToken).ConfigureAwait(false))?.Id),
            SiteAddress site => (site.SiteId, (await api.GetSiteAsync(site.SiteId, "id", cancellationToken).ConfigureAwait(false))?.Id),
            _ => throw new InvalidQueryException("There is no such kind of item."),
        };
        SharePointItems.RequireAsked(asked, answered);
    }

    private static DriveItemDto? Present(DriveItemDto? item, ItemAddress address) => item?.Deleted is null ? item : throw ReaderGate.AbsentOrNotVisible(address.Id);
}
