using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Answers an administrator's questions about access: under which policy an item stands, and what it makes of a reader.</summary>
internal sealed class SharePointExplaining(ReaderGate gate, SharePointSites sites, SharePointPolicies policies, SharePointReaders readers, PolicyJudge judge, TimeProvider time)
{
    public async Task<AccessPolicy> PolicyAsync(ContentId id, CancellationToken cancellationToken)
    {
        ItemAddress address = ItemAddress.Parse(id);
        await sites.RequireAsync(address, cancellationToken).ConfigureAwait(false);
        return await policies.GetAsync(address, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The decision is the gate's own; the policy and the reader's groups are read beside it, as far as they can be.</summary>
    public async Task<AccessExplanation> ExplainAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        PermissionDecision decision = await gate.DecideAsync(id, reader, time, cancellationToken).ConfigureAwait(false);
        bool isTold = decision.Reason is PermissionReason.NotFoundOrNotVisible or PermissionReason.OutsideConfiguredScope || reader.IsService;
        AccessPolicy? policy = isTold ? null : await TryAsync<AccessPolicy>(async () => await PolicyAsync(id, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        IReadOnlySet<AccessPrincipal>? principals = policy is null ? null : await TryAsync(() => PrincipalsAsync(policy, reader, cancellationToken)).ConfigureAwait(false);
        return AccessExplanations.Explain(decision, policy, principals);
    }

    private async Task<IReadOnlySet<AccessPrincipal>?> PrincipalsAsync(AccessPolicy policy, AccessContext reader, CancellationToken cancellationToken) =>
        await readers.ResolveAsync(reader, cancellationToken).ConfigureAwait(false) is { } user ? await judge.PrincipalsAsync(policy, user, cancellationToken).ConfigureAwait(false) : null;

    private static async Task<T?> TryAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (IntegrationException)
        {
            return null; // the explanation says what could be read; the decision itself carries its own reason
        }
    }
}
