using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Answers an administrator's questions about access: under which policy an item stands, and what it makes of a reader.</summary>
internal sealed class ConfluenceExplaining(IConfluenceDesk desk, ReaderGate gate, ConfluenceReaders readers, Func<ConfluenceSettings> current, TimeProvider time)
{
    public async Task<AccessPolicy> PolicyAsync(ContentId id, CancellationToken cancellationToken)
    {
        SpaceBoundary boundary = current().Boundary;
        if (boundary.Keys.Count > 0 && !boundary.Contains(await desk.LocateAsync(id, cancellationToken).ConfigureAwait(false)))
        {
            throw ReaderGate.AbsentOrNotVisible(id);
        }

        return await desk.GetPolicyAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The decision is the gate's own; the policy and the reader's groups are read beside it, as far as they can be.</summary>
    public async Task<AccessExplanation> ExplainAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        PermissionDecision decision = await gate.DecideAsync(id, reader, time, cancellationToken).ConfigureAwait(false);
        bool isTold = decision.Reason is PermissionReason.NotFoundOrNotVisible or PermissionReason.OutsideConfiguredScope || reader.IsService;
        AccessPolicy? policy = isTold ? null : await TryAsync<AccessPolicy>(async () => await desk.GetPolicyAsync(id, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        IReadOnlySet<AccessPrincipal>? principals = policy is null ? null : await TryAsync(() => PrincipalsAsync(reader, cancellationToken)).ConfigureAwait(false);
        return AccessExplanations.Explain(decision, policy, principals);
    }

    private async Task<IReadOnlySet<AccessPrincipal>?> PrincipalsAsync(AccessContext reader, CancellationToken cancellationToken) =>
        await readers.ResolveAsync(reader, cancellationToken).ConfigureAwait(false) is { } known ? await desk.GetPrincipalsAsync(known, cancellationToken).ConfigureAwait(false) : null;

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
