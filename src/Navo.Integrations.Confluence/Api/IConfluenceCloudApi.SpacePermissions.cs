using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceCloudApi
{
    /// <summary>The permissions of a space.</summary>
    /// <param name="id">The numeric id of the space.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of permissions.</returns>
    [Get("/wiki/api/v2/spaces/{id}/permissions")]
    Task<ListDto<PermissionAssignmentDto>> GetSpacePermissionsAsync(string id, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>Whether the site gives permissions through roles; absent on sites without role-based access control.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The mode.</returns>
    [Get("/wiki/api/v2/space-role-mode")]
    Task<SpaceRoleModeDto> GetSpaceRoleModeAsync(CancellationToken cancellationToken = default);

    /// <summary>The roles that can be given in a space.</summary>
    /// <param name="spaceId">The numeric id of the space.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of roles.</returns>
    [Get("/wiki/api/v2/space-roles")]
    Task<ListDto<SpaceRoleDto>> GetSpaceRolesAsync([AliasAs("space-id")] string spaceId, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>To whom roles are given in a space.</summary>
    /// <param name="id">The numeric id of the space.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of assignments.</returns>
    [Get("/wiki/api/v2/spaces/{id}/role-assignments")]
    Task<ListDto<RoleAssignmentDto>> GetRoleAssignmentsAsync(string id, int limit, string? cursor, CancellationToken cancellationToken = default);
}
