using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

public partial interface IConfluenceClient
{
    /// <summary>Reads who may do what in a space, to the end. It is for administrators and for checks of access, not for deciding on single pages.</summary>
    /// <param name="spaceKey">The key of the space, for example <c>ENG</c>.</param>
    /// <param name="reader">The service: who may do what is not for a user to see, so a user is refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The permissions: single ones, and those given through roles where the site has them.</returns>
    /// <exception cref="PermissionException">The reader is a user; or the account may not read the permissions: on Data Center it must administer the space.</exception>
    /// <exception cref="NotFoundException">The space is absent, or not visible to the account, or outside the configured spaces.</exception>
    /// <exception cref="InvalidQueryException">The key is empty.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    /// <remarks>
    /// Data Center has the call from version 9.1 on, and answers some accounts that may not use it with a failure of the server (CONFSERVER-99908).
    /// <see href="https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-permissions/"/> and
    /// <see href="https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-roles/"/>.
    /// </remarks>
    Task<SpacePermissions> GetSpacePermissionsAsync(string spaceKey, AccessContext reader, CancellationToken cancellationToken = default);
}
