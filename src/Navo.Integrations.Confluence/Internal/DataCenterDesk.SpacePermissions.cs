using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class DataCenterDesk
{
    public async Task<SpacePermissions> GetSpacePermissionsAsync(ConfluenceSpace space, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpacePermissionDto> permissions = await api.GetSpacePermissionsAsync(space.Key, cancellationToken).ConfigureAwait(false);
        return new() { Space = space, UsesRoles = false, Grants = [.. permissions.Select(SpacePermissionMapping.FromDataCenter).Distinct()] };
    }
}
