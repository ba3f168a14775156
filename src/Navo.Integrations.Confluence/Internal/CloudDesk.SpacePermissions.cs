namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class CloudDesk
{
    public Task<SpacePermissions> GetSpacePermissionsAsync(ConfluenceSpace space, CancellationToken cancellationToken) =>
        new CloudSpacePermissions(api).ReadAsync(space, cancellationToken);
}
