using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

public partial interface ISharePointClient
{
    /// <summary>Reads who has access to a site, as far as Graph tells: the applications that were granted it, and the permissions of its libraries' roots.</summary>
    /// <param name="site">The site.</param>
    /// <param name="reader">The service: it is an administrator's question.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The permissions, owners apart from members, with everybody who could not be resolved.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="NotFoundException">The site is absent or outside the configured sites.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetMetadataAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/site-list-permissions"/>.</remarks>
    Task<SitePermissions> GetSitePermissionsAsync(ContentId site, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Reads how people work on a document: links, who has access, who has it checked out, who wrote versions of it, how much it is read.</summary>
    /// <param name="id">The document.</param>
    /// <param name="reader">The service: it is an owner's question.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The data; what the source did not give is named among the losses.</returns>
    /// <exception cref="PermissionException">The reader is a user.</exception>
    /// <exception cref="NotFoundException">The document is absent or outside the configured sites.</exception>
    /// <exception cref="InvalidQueryException">The id belongs to something else than a document or folder.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.GetMetadataAsync"/>.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/itemactivitystat-getactivitybyinterval"/>.</remarks>
    Task<CollaborationData> GetCollaborationDataAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);
}
