using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class CloudDesk
{
    private CloudPolicies Policies => field ??= new(api, context.Time);

    public async Task<AccessPolicy> GetPolicyAsync(ContentId id, CancellationToken cancellationToken)
    {
        ContentId page = id.Value.StartsWith("att", StringComparison.Ordinal)
            ? new(CloudAttachments.ContainerOf(await api.GetAttachmentAsync(id.Value, cancellationToken).ConfigureAwait(false)))
            : id;
        ContentMetadata metadata = await GetMetadataAsync(page, cancellationToken).ConfigureAwait(false);
        await foreach (ConfluenceSpace space in GetSpacesAsync([metadata.Container.Key], cancellationToken).ConfigureAwait(false))
        {
            SpacePermissions permissions = await GetSpacePermissionsAsync(space, cancellationToken).ConfigureAwait(false);
            return await Policies.ReadAsync(metadata, permissions, cancellationToken).ConfigureAwait(false);
        }

        throw new PermissionException("The space of the content can't be read, and so neither can its policy.");
    }

    public Task<IReadOnlySet<AccessPrincipal>> GetPrincipalsAsync(PrincipalId user, CancellationToken cancellationToken) =>
        Policies.PrincipalsOfAsync(user, cancellationToken);
}
