using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What the gate asks: is the item within the boundary, and may the reader see it? Graph answers itself where the reader's own token is there; else the item's permissions do.</summary>
internal sealed class SharePointDecisions(
    SharePointSites sites,
    SharePointReaders readers,
    SharePointPolicies policies,
    PolicyJudge judge,
    OwnEyes ownEyes,
    Decisions decisions)
{
    public async Task<PermissionDecision> DecideAsync(ContentId id, ContainerRef? known, AccessContext reader, CancellationToken cancellationToken)
    {
        if (ItemAddress.TryParse(id) is not { } address)
        {
            return decisions.Of(id, reader, PermissionReason.NotFoundOrNotVisible);
        }

        return reader.IsService
            ? decisions.Of(id, reader, await ObstacleForServiceAsync(address, known, cancellationToken).ConfigureAwait(false) ?? PermissionReason.Granted)
            : await DecideForUserAsync(address, known, reader, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PermissionDecision> DecideForUserAsync(ItemAddress address, ContainerRef? known, AccessContext reader, CancellationToken cancellationToken)
    {
        // The reader comes first: for one who is nobody here, the answer must not depend on whether there is such an item.
        if (await readers.ResolveAsync(reader, cancellationToken).ConfigureAwait(false) is not { IsEnabled: true } user)
        {
            return decisions.Of(address.Id, reader, PermissionReason.PrincipalNotResolved, $"{reader} is not an enabled user of the tenant's directory; register an IIdentityDirectory that links other ids.");
        }

        if (sites.HasBoundary && await ObstacleAsync(address, known, cancellationToken).ConfigureAwait(false) is { } obstacle)
        {
            return decisions.Of(address.Id, reader, obstacle);
        }

        if (await ownEyes.SeesAsync(address, reader, cancellationToken).ConfigureAwait(false) is { } sees)
        {
            return decisions.Of(address.Id, reader, sees ? PermissionReason.Granted : PermissionReason.DeniedBySource, "Graph answered with the reader's own token.");
        }

        return await DecideByPolicyAsync(address, reader, user, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PermissionDecision> DecideByPolicyAsync(ItemAddress address, AccessContext reader, SharePointReader user, CancellationToken cancellationToken)
    {
        AccessPolicy policy;
        try
        {
            policy = await policies.GetAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return decisions.Of(address.Id, reader, PermissionReason.NotFoundOrNotVisible);
        }

        (PermissionReason reason, string? detail) = await judge.JudgeAsync(policy, user, cancellationToken).ConfigureAwait(false);
        return decisions.Of(address.Id, reader, reason, detail);
    }

    private async Task<PermissionReason?> ObstacleForServiceAsync(ItemAddress address, ContainerRef? known, CancellationToken cancellationToken)
    {
        if (await ObstacleAsync(address, known, cancellationToken).ConfigureAwait(false) is { } obstacle)
        {
            return obstacle;
        }

        try
        {
            await ownEyes.ReadAsync(address, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (NotFoundException)
        {
            return PermissionReason.NotFoundOrNotVisible;
        }
    }

    private async Task<PermissionReason?> ObstacleAsync(ItemAddress address, ContainerRef? known, CancellationToken cancellationToken)
    {
        try
        {
            SitePlace place = known is { Id: { } site } ? new(site, known.Key, known.Name) : await sites.PlaceOfAsync(address, cancellationToken).ConfigureAwait(false);
            return await sites.ContainsAsync(place, cancellationToken).ConfigureAwait(false) ? null : PermissionReason.OutsideConfiguredScope;
        }
        catch (NotFoundException)
        {
            return PermissionReason.NotFoundOrNotVisible;
        }
    }
}
