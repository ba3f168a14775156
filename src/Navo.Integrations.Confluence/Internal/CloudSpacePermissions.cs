using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The permissions of a space of Cloud: single ones, and on sites with role-based access control those given through roles.</summary>
internal sealed class CloudSpacePermissions(IConfluenceCloudApi api)
{
    private const int PageSize = ConfluenceDefaults.MaxPageSize;

    public async Task<SpacePermissions> ReadAsync(ConfluenceSpace space, CancellationToken cancellationToken)
    {
        string id = Required.Member(space.Id, "results[].id");
        List<SpacePermissionGrant> single = await PagedList.ToListAsync(
            PagedList.WalkAsync("cursor", (cursor, token) => api.GetSpacePermissionsAsync(id, PageSize, cursor, token), cancellationToken),
            SpacePermissionMapping.FromCloud).ConfigureAwait(false);
        bool usesRoles = await UsesRolesAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<SpacePermissionGrant> throughRoles = usesRoles ? await ThroughRolesAsync(id, cancellationToken).ConfigureAwait(false) : [];
        return new() { Space = space, UsesRoles = usesRoles, Grants = [.. single.Concat(throughRoles).Distinct()] };
    }

    private async Task<bool> UsesRolesAsync(CancellationToken cancellationToken)
    {
        try
        {
            SpaceRoleModeDto mode = await api.GetSpaceRoleModeAsync(cancellationToken).ConfigureAwait(false);
            return Required.Member(mode.Mode, "mode") != "PRE_ROLES";
        }
        catch (NotFoundException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<SpacePermissionGrant>> ThroughRolesAsync(string spaceId, CancellationToken cancellationToken)
    {
        List<SpaceRoleDto> roles = await PagedList.ToListAsync(
            PagedList.WalkAsync("cursor", (cursor, token) => api.GetSpaceRolesAsync(spaceId, PageSize, cursor, token), cancellationToken),
            role => role).ConfigureAwait(false);
        Dictionary<string, SpaceRoleDto> known = roles.DistinctBy(r => r.Id).ToDictionary(r => Required.Member(r.Id, "results[].id"), StringComparer.Ordinal);
        List<RoleAssignmentDto> assignments = await PagedList.ToListAsync(
            PagedList.WalkAsync("cursor", (cursor, token) => api.GetRoleAssignmentsAsync(spaceId, PageSize, cursor, token), cancellationToken),
            assignment => assignment).ConfigureAwait(false);
        return [.. assignments.SelectMany(a => SpacePermissionMapping.FromRole(a, RoleOf(a, known)))];
    }

    /// <summary>A role that is given but not described would leave the answer incomplete.</summary>
    private static SpaceRoleDto RoleOf(RoleAssignmentDto assignment, Dictionary<string, SpaceRoleDto> known) =>
        known.GetValueOrDefault(Required.Member(assignment.RoleId, "results[].roleId"))
        ?? throw new ProtocolException("A role is given in the space that the source does not describe.");
}
