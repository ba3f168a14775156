using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    public async Task<SpacePermissions> GetSpacePermissionsAsync(string spaceKey, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spaceKey);
        ArgumentNullException.ThrowIfNull(reader);
        if (!reader.IsService)
        {
            throw new PermissionException("Who may do what in a space is not for a user to see; read it for the service.");
        }

        if (string.IsNullOrWhiteSpace(spaceKey))
        {
            throw new InvalidQueryException("A key of a space is needed; this one is empty.");
        }

        IntegrationCall<SpacePermissions> call = new(reader, token => SpacePermissionsAsync(spaceKey, token), spaceKey);
        return await pipeline.ExecuteAsync(ConfluenceOperations.GetSpacePermissions, call, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SpacePermissions> SpacePermissionsAsync(string spaceKey, CancellationToken cancellationToken)
    {
        if (current().Boundary.Contains(new(spaceKey)))
        {
            await foreach (ConfluenceSpace space in desk.GetSpacesAsync([spaceKey], cancellationToken).ConfigureAwait(false))
            {
                if (string.Equals(space.Key, spaceKey, StringComparison.OrdinalIgnoreCase))
                {
                    return await desk.GetSpacePermissionsAsync(space, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        throw new NotFoundException("The space is absent or not visible.");
    }
}
