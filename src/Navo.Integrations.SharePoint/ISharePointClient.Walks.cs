using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

public partial interface ISharePointClient
{
    /// <summary>Lists the configured sites with those below them; where none are configured, every site of the tenant: team sites, personal ones and containers among them, each marked.</summary>
    /// <param name="reader">The service: which sites a user may open, Graph does not tell.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The sites, once each.</returns>
    /// <exception cref="PermissionException">The reader is a user; or the application has <c>Sites.Selected</c> and no sites are configured.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/site-getallsites"/>.</remarks>
    IAsyncEnumerable<SharePointSite> GetSitesAsync(AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the sites directly below a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="reader">The service.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The sites.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    IAsyncEnumerable<SharePointSite> GetSubsitesAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the libraries of a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="reader">The service.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The libraries.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="NotFoundException">The site is absent or outside the configured sites.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/drive-list"/>.</remarks>
    IAsyncEnumerable<SharePointLibrary> GetLibrariesAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Finds somebody's OneDrive.</summary>
    /// <param name="user">The person, by object id or name.</param>
    /// <param name="reader">The service.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The OneDrive as a library.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="NotFoundException">The person has none, or it is outside the configured sites.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    Task<SharePointLibrary> GetOneDriveAsync(PrincipalId user, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the lists of a site, libraries and hidden ones included and marked.</summary>
    /// <param name="site">The site.</param>
    /// <param name="reader">The service.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The lists.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    IAsyncEnumerable<SharePointList> GetListsAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the items of a list that the reader may see, with their columns rendered.</summary>
    /// <param name="site">The site.</param>
    /// <param name="listId">The id of the list in Graph.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The items, once all are read.</returns>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/listitem-list"/>.</remarks>
    IAsyncEnumerable<SharePointListItem> GetListItemsAsync(ContentId site, string listId, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the pages of a site that the reader may see; drafts are listed for the service alone.</summary>
    /// <param name="site">The site.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The pages, once all are read.</returns>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/sitepage-list"/>.</remarks>
    IAsyncEnumerable<SharePointPage> GetPagesAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists what lies directly in a folder and the reader may see.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The items, without their columns, once all are read.</returns>
    /// <exception cref="NotFoundException">The folder is absent, or not visible to the reader, or outside the configured sites.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    IAsyncEnumerable<SharePointItem> GetChildrenAsync(ContentId folder, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists everything in a library that the reader may see, folders included. It goes by delta, the one enumeration that promises every item.</summary>
    /// <param name="libraryId">The id of the library in Graph.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The items, without their columns, once all are read.</returns>
    /// <exception cref="NotFoundException">The library is absent or outside the configured sites.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/driveitem-delta"/>.</remarks>
    IAsyncEnumerable<SharePointItem> GetLibraryItemsAsync(string libraryId, AccessContext reader, CancellationToken cancellationToken = default);
}
