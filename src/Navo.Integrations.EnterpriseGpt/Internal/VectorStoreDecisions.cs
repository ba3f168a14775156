using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.EnterpriseGpt.Api.Wire;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>
/// Who may see a file of a vector store. A store has no permissions: a file that is stamped with its origin (<c>navo_source</c>, <c>navo_id</c>) is decided about there; one without is
/// unknown, unless the options declare its store open to every reader.
/// </summary>
internal sealed class VectorStoreDecisions(VectorStoreReads reads, IServiceProvider services, Func<EnterpriseGptOptions> current, Decisions decisions, IntegrationName name)
{
    public async Task<PermissionDecision> DecideAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        if (reads.WithinBoundary(id) is not { } address)
        {
            return decisions.Of(id, reader, PermissionReason.OutsideConfiguredScope);
        }

        StoreFileDto? file;
        try
        {
            file = await reads.FindAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return decisions.Of(id, reader, PermissionReason.NotFoundOrNotVisible);
        }

        if (reader.IsService || current().OpenVectorStores.Contains(address.Store, StringComparer.Ordinal))
        {
            return decisions.Of(id, reader, PermissionReason.Granted, reader.IsService ? null : "The options open the store to every reader.");
        }

        return await AtOriginAsync(id, new(file?.Attributes), reader, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PermissionDecision> AtOriginAsync(ContentId id, StoreAttributes stamp, AccessContext reader, CancellationToken cancellationToken)
    {
        if (stamp is not { OriginSource: { } source, OriginId: { } originId })
        {
            return decisions.Of(id, reader, PermissionReason.PolicyUnreadable, "The file names no origin (navo_source, navo_id) that could decide, and its store is not among OpenVectorStores.");
        }

        // The catalog holds this integration too, so it is asked for only now; a file that names ourselves would go round in a circle.
        bool isKnown = services.GetRequiredService<IIntegrationCatalog>().TryGet(source, out IIntegration? origin);
        if (!isKnown || origin!.Name.Kind == name.Kind)
        {
            return decisions.Of(id, reader, PermissionReason.PolicyUnreadable, "The origin that the file names is not registered here.");
        }

        PermissionDecision there = await origin.CheckPermissionsAsync(new(originId), reader, cancellationToken).ConfigureAwait(false);
        return there with { Item = id, Reader = reader, ItemVersion = null, Detail = $"Decided by {source} about '{originId}'. {there.Detail}".TrimEnd() };
    }
}
