using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.SharePoint.Internal;

internal sealed partial class SharePointClient
{
    public IAsyncEnumerable<SharePointSite> GetSitesAsync(AccessContext reader, CancellationToken cancellationToken = default) =>
        ListForServiceAsync("Which sites a user may open", new Listing<SharePointSite>(SharePointOperations.GetSites, null, parts.Walks.SitesAsync), reader, cancellationToken);

    public IAsyncEnumerable<SharePointSite> GetSubsitesAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListForServiceAsync("Which sites a user may open", new Listing<SharePointSite>(SharePointOperations.GetSites, site.Value, token => parts.Walks.SubsitesAsync(SiteOf(site), token)), reader, cancellationToken);

    public IAsyncEnumerable<SharePointLibrary> GetLibrariesAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListForServiceAsync("Which libraries a user may open", new Listing<SharePointLibrary>(SharePointOperations.GetLibraries, site.Value, token => parts.Walks.LibrariesAsync(SiteOf(site), token)), reader, cancellationToken);

    public Task<SharePointLibrary> GetOneDriveAsync(PrincipalId user, AccessContext reader, CancellationToken cancellationToken = default)
    {
        RequireService(reader, "Somebody's OneDrive");
        return pipeline.ExecuteAsync(SharePointOperations.GetLibraries, new IntegrationCall<SharePointLibrary>(reader, token => parts.Walks.OneDriveAsync(user.Value, token), user.ToString()), cancellationToken);
    }

    public IAsyncEnumerable<SharePointList> GetListsAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListForServiceAsync("Which lists a user may open", new Listing<SharePointList>(SharePointOperations.GetLists, site.Value, token => parts.Walks.ListsAsync(SiteOf(site), token)), reader, cancellationToken);

    public IAsyncEnumerable<SharePointListItem> GetListItemsAsync(ContentId site, string listId, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listId);
        Listing<SharePointListItem> listing = new(SharePointOperations.GetListItems, $"{site}/lists/{listId}", token => parts.Walks.ListItemsAsync(SiteOf(site), listId, token)) { IdOf = item => item.Id };
        return ListAsync(listing, reader, cancellationToken);
    }

    public IAsyncEnumerable<SharePointPage> GetPagesAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListAsync(new Listing<SharePointPage>(SharePointOperations.GetPages, site.Value, token => parts.Walks.PagesAsync(SiteOf(site), reader, token)) { IdOf = page => page.Id }, reader, cancellationToken);

    public IAsyncEnumerable<SharePointItem> GetChildrenAsync(ContentId folder, AccessContext reader, CancellationToken cancellationToken = default) =>
        ListAsync(new Listing<SharePointItem>(SharePointOperations.GetChildren, folder.Value, token => ChildrenBehindGateAsync(folder, reader, token)) { IdOf = item => item.Id }, reader, cancellationToken);

    public IAsyncEnumerable<SharePointItem> GetLibraryItemsAsync(string libraryId, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(libraryId);
        return ListAsync(new Listing<SharePointItem>(SharePointOperations.GetLibraryItems, libraryId, token => parts.Walks.LibraryItemsAsync(libraryId, token)) { IdOf = item => item.Id }, reader, cancellationToken);
    }

    /// <summary>The gate is within the call, so that a refusal has its record.</summary>
    private async IAsyncEnumerable<SharePointItem> ChildrenBehindGateAsync(ContentId folder, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await gate.EnsureAsync(folder, reader, cancellationToken).ConfigureAwait(false);
        DriveItemAddress address = SharePointReads.RequireItem(ItemAddress.Parse(folder));
        await foreach (SharePointItem child in parts.Walks.ChildrenAsync(address, cancellationToken).ConfigureAwait(false))
        {
            yield return child;
        }
    }

    private static string SiteOf(ContentId site) => (ItemAddress.Parse(site) as SiteAddress)?.SiteId
        ?? throw new InvalidQueryException("The id belongs to something else than a site.") { Remedy = "Pass the id of a site, as GetSitesAsync gives it." };

    private IAsyncEnumerable<T> ListForServiceAsync<T>(string what, Listing<T> listing, AccessContext reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsService
            ? ListAsync(listing, reader, cancellationToken)
            : throw new PermissionException($"{what} is not established here; list them for the service.");
    }

    /// <summary>A list is given only once all of it is read, and to a user without what the user may not see.</summary>
    private async IAsyncEnumerable<T> ListAsync<T>(Listing<T> listing, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        IntegrationCall<IReadOnlyList<T>> call = new(reader, listing.ReadAsync) { ItemId = listing.Place };
        IReadOnlyList<T> all = await pipeline.ExecuteAsync(listing.Operation, call, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<T> visible = listing.IdOf is null ? all : await VisibleAsync(listing, all, reader, cancellationToken).ConfigureAwait(false);
        foreach (T item in visible)
        {
            yield return item;
        }
    }

    /// <summary>What the reader may see. A list has no way to say that checks went unanswered: with Graph down it would look empty.</summary>
    private async Task<IReadOnlyList<T>> VisibleAsync<T>(Listing<T> listing, IReadOnlyList<T> all, AccessContext reader, CancellationToken cancellationToken)
    {
        Trimmed<T> trimmed = await gate.TrimItemsAsync(all, listing.IdOf!, reader, cancellationToken).ConfigureAwait(false);
        if (trimmed.Failure is not { } failure)
        {
            return trimmed.Items;
        }

        failure.Locate(Name, listing.Operation.Name, listing.Place);
        throw failure;
    }
}
