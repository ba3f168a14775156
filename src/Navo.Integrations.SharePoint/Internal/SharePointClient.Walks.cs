using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.SharePoint.Internal;

internal sealed partial class SharePointClient
{
    public IAsyncEnumerable<SharePointSite> GetSitesAsync(AccessContext reader, CancellationToken cancellationToken = default) =>
        ListForServiceAsync(SharePointOperations.GetSites, "Which sites a user may open", reader, parts.Walks.SitesAsync, cancellationToken);

    public IAsyncEnumerable<SharePointSite> GetSubsitesAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListForServiceAsync(SharePointOperations.GetSites, "Which sites a user may open", reader, token => parts.Walks.SubsitesAsync(SiteOf(site), token), cancellationToken);

    public IAsyncEnumerable<SharePointLibrary> GetLibrariesAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListForServiceAsync(SharePointOperations.GetLibraries, "Which libraries a user may open", reader, token => parts.Walks.LibrariesAsync(SiteOf(site), token), cancellationToken);

    public Task<SharePointLibrary> GetOneDriveAsync(PrincipalId user, AccessContext reader, CancellationToken cancellationToken = default)
    {
        RequireService(reader, "Somebody's OneDrive");
        return pipeline.ExecuteAsync(SharePointOperations.GetLibraries, new IntegrationCall<SharePointLibrary>(reader, token => parts.Walks.OneDriveAsync(user.Value, token), user.ToString()), cancellationToken);
    }

    public IAsyncEnumerable<SharePointList> GetListsAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListForServiceAsync(SharePointOperations.GetLists, "Which lists a user may open", reader, token => parts.Walks.ListsAsync(SiteOf(site), token), cancellationToken);

    public IAsyncEnumerable<SharePointListItem> GetListItemsAsync(ContentId site, string listId, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listId);
        return ListAsync(SharePointOperations.GetListItems, reader, token => parts.Walks.ListItemsAsync(SiteOf(site), listId, token), item => item.Id, cancellationToken);
    }

    public IAsyncEnumerable<SharePointPage> GetPagesAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListAsync(SharePointOperations.GetPages, reader, token => parts.Walks.PagesAsync(SiteOf(site), reader, token), page => page.Id, cancellationToken);

    public async IAsyncEnumerable<SharePointItem> GetChildrenAsync(ContentId folder, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await gate.EnsureAsync(folder, reader, cancellationToken).ConfigureAwait(false);
        DriveItemAddress address = SharePointReads.RequireItem(ItemAddress.Parse(folder));
        await foreach (SharePointItem child in ListAsync(SharePointOperations.GetChildren, reader, token => parts.Walks.ChildrenAsync(address, token), item => item.Id, cancellationToken).ConfigureAwait(false))
        {
            yield return child;
        }
    }

    public async IAsyncEnumerable<SharePointItem> GetLibraryItemsAsync(string libraryId, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(libraryId);
        ArgumentNullException.ThrowIfNull(reader);
        IntegrationCall<IReadOnlyList<SharePointItem>> call = new(AccessContext.Service, token => parts.Walks.LibraryItemsAsync(libraryId, token), libraryId);
        IReadOnlyList<SharePointItem> all = await pipeline.ExecuteAsync(SharePointOperations.GetLibraryItems, call, cancellationToken).ConfigureAwait(false);
        foreach (SharePointItem item in (await gate.TrimItemsAsync(all, item => item.Id, reader, cancellationToken).ConfigureAwait(false)).Items)
        {
            yield return item;
        }
    }

    private static string SiteOf(ContentId site) => (ItemAddress.Parse(site) as SiteAddress)?.SiteId
        ?? throw new InvalidQueryException("The id belongs to something else than a site.") { Remedy = "Pass the id of a site, as GetSitesAsync gives it." };

    private IAsyncEnumerable<T> ListForServiceAsync<T>(
        IntegrationOperation operation, string what, AccessContext reader, Func<CancellationToken, IAsyncEnumerable<T>> walk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsService
            ? ListAsync(operation, reader, walk, null, cancellationToken)
            : throw new PermissionException($"{what} is not established here; list them for the service.");
    }

    /// <summary>A list is given only once all of it is read, and to a user without what the user may not see.</summary>
    private async IAsyncEnumerable<T> ListAsync<T>(
        IntegrationOperation operation,
        AccessContext reader,
        Func<CancellationToken, IAsyncEnumerable<T>> walk,
        Func<T, ContentId>? idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        IntegrationCall<IReadOnlyList<T>> call = new(reader, ReadAsync);
        IReadOnlyList<T> all = await pipeline.ExecuteAsync(operation, call, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<T> visible = idOf is null ? all : (await gate.TrimItemsAsync(all, idOf, reader, cancellationToken).ConfigureAwait(false)).Items;
        foreach (T item in visible)
        {
            yield return item;
        }

        async Task<IReadOnlyList<T>> ReadAsync(CancellationToken token)
        {
            List<T> items = [];
            await foreach (T item in walk(token).ConfigureAwait(false))
            {
                items.Add(item);
            }

            return items;
        }
    }
}
