using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>Confluence, Cloud or Data Center: what every integration offers, and what only Confluence can say.</summary>
/// <remarks>Readers are Atlassian accounts on Cloud (<see cref="PrincipalSchemes.AtlassianAccount"/>), users by key or name on Data Center.</remarks>
public partial interface IConfluenceClient : IIntegration
{
    /// <summary>Searches by CQL, within the configured spaces.</summary>
    /// <param name="search">The query, from text or the <see cref="Cql"/> builder.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A page of hits that the reader may see.</returns>
    /// <exception cref="InvalidQueryException">Confluence can't parse the query, or a continuation does not belong to it.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    /// <remarks><see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/"/>.</remarks>
    Task<SearchPage> SearchContentAsync(CqlSearch search, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Reads a page or blog post with its body as Confluence stores it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="NotFoundException">Absent, or not visible to the reader, or outside the configured spaces.</exception>
    /// <exception cref="InvalidQueryException">The id belongs to something else, such as an attachment.</exception>
    /// <exception cref="PermissionException">Whether the reader may see it could not be established, or only the view of it can be read, in which macros ran with the rights of the service account.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetContentAsync"/>.</exception>
    Task<ConfluencePage> GetPageContentAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the spaces that the service's account sees, within the configured ones, to the end.</summary>
    /// <param name="reader">The service: which spaces a user may view is not established here, so a user is refused.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The spaces, archived and personal ones included and marked.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    IAsyncEnumerable<ConfluenceSpace> GetSpacesAsync(AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Lists the children of a page in the page tree that the reader may see, to the end.</summary>
    /// <param name="id">The page.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The children in the order of the tree: pages, and on Cloud folders, whiteboards, databases and smart links too.</returns>
    /// <exception cref="NotFoundException">The page is absent, or not visible to the reader, or outside the configured spaces.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    IAsyncEnumerable<ContentAncestor> GetChildrenAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);
}
