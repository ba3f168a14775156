using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Access;

/// <summary>Decisions of one integration: what is kept, else what the source says.</summary>
internal sealed class DecisionSource(IIntegrationPipeline pipeline, Func<ContentId, ContainerRef?, AccessContext, CancellationToken, Task<PermissionDecision>> check)
{
    private static readonly IntegrationOperation Inner = IntegrationOperations.CheckPermissions with { IsAudited = false };

    private readonly IKeptResults? _kept = pipeline as IKeptResults;

    /// <summary>A decision that was asked for as such, with an audit record of its own.</summary>
    public ValueTask<PermissionDecision> OnRecordAsync(GatedItem item, AccessContext reader, CancellationToken cancellationToken) =>
        OfVersionAsync(IntegrationOperations.CheckPermissions, item, reader, cancellationToken);

    /// <summary>A decision in the course of another call, whose record tells it.</summary>
    public ValueTask<PermissionDecision> WithinCallAsync(GatedItem item, AccessContext reader, CancellationToken cancellationToken) =>
        OfVersionAsync(Inner, item, reader, cancellationToken);

    // A decision counts for the version that it was made about: with a newer one, the item may have been moved below another restriction.
    private async ValueTask<PermissionDecision> OfVersionAsync(IntegrationOperation operation, GatedItem item, AccessContext reader, CancellationToken cancellationToken)
    {
        PermissionDecision decision = await KeptOrAskedAsync(operation, item, reader, null, cancellationToken).ConfigureAwait(false);
        if (item.Version is null || decision.ItemVersion == item.Version)
        {
            return decision;
        }

        if (decision.ItemVersion is null)
        {
            return await KeptOrAskedAsync(operation, item, reader, item.Version, cancellationToken).ConfigureAwait(false);
        }

        pipeline.ForgetDecisions(item.Id);
        return await KeptOrAskedAsync(operation, item, reader, null, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<PermissionDecision> KeptOrAskedAsync(IntegrationOperation operation, GatedItem item, AccessContext reader, string? version, CancellationToken cancellationToken)
    {
        string?[] arguments = [item.Id.Value, version];
        return !operation.IsAudited && !cancellationToken.IsCancellationRequested && _kept?.Find<PermissionDecision>(operation, reader, item.Id.Value, arguments) is { } kept
            ? new(kept)
            : new(AskAsync(operation, item, reader, arguments, cancellationToken));
    }

    private Task<PermissionDecision> AskAsync(IntegrationOperation operation, GatedItem item, AccessContext reader, string?[] arguments, CancellationToken cancellationToken) =>
        pipeline.ExecuteAsync(operation, new IntegrationCall<PermissionDecision>(reader, token => CheckAsync(item, reader, token), arguments) { ItemId = item.Id.Value }, cancellationToken);

    private async Task<PermissionDecision> CheckAsync(GatedItem item, AccessContext reader, CancellationToken cancellationToken)
    {
        PermissionDecision decision = await check(item.Id, item.Container, reader, cancellationToken).ConfigureAwait(false);
        return item.Version is null ? decision : decision with { ItemVersion = item.Version };
    }
}
