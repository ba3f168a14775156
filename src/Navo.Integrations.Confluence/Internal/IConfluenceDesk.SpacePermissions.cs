namespace Navo.Integrations.Confluence.Internal;

internal partial interface IConfluenceDesk
{
    Task<SpacePermissions> GetSpacePermissionsAsync(ConfluenceSpace space, CancellationToken cancellationToken);
}
