using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>What the gate asks: is the item within the boundary, and may the reader see it?</summary>
internal sealed class ConfluenceDecisions(IConfluenceDesk desk, ConfluenceReaders readers, Func<ConfluenceSettings> current, ConfluenceDeskContext context)
{
    public Task<PermissionDecision> DecideAsync(ContentId id, ContainerRef? known, AccessContext reader, CancellationToken cancellationToken) =>
        !ConfluenceIds.IsPossible(id) ? Task.FromResult(context.Decide(id, reader, PermissionReason.NotFoundOrNotVisible))
        : reader.IsService ? DecideForServiceAsync(id, cancellationToken)
        : DecideForUserAsync(id, known, reader, cancellationToken);

    private async Task<PermissionDecision> DecideForServiceAsync(ContentId id, CancellationToken cancellationToken)
    {
        PermissionReason? obstacle = await ObstacleAsync(id, known: null, cancellationToken).ConfigureAwait(false);
        return context.Decide(id, AccessContext.Service, obstacle ?? PermissionReason.Granted);
    }

    private async Task<PermissionDecision> DecideForUserAsync(ContentId id, ContainerRef? known, AccessContext reader, CancellationToken cancellationToken)
    {
        // The reader comes first: for one who is nobody here, the answer must not depend on whether there is such an item.
        if (await readers.ResolveAsync(reader, cancellationToken).ConfigureAwait(false) is not { } user)
        {
            return context.Decide(id, reader, PermissionReason.PrincipalNotResolved, $"No id of this Confluence is known for {reader}; register an IIdentityDirectory that links it.");
        }

        if (current().Boundary.Keys.Count > 0 && await ObstacleForUserAsync(id, known, cancellationToken).ConfigureAwait(false) is { } obstacle)
        {
            return context.Decide(id, reader, obstacle);
        }

        PermissionDecision decision = await desk.CheckAsync(id, AccessContext.ForUser(user), cancellationToken).ConfigureAwait(false);
        return decision with { Reader = reader };
    }

    /// <summary>What can't be placed in a space is outside of all of them; saying of which type it is would tell a user that it exists.</summary>
    private async Task<PermissionReason?> ObstacleForUserAsync(ContentId id, ContainerRef? known, CancellationToken cancellationToken)
    {
        try
        {
            return await ObstacleAsync(id, known, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidQueryException)
        {
            return PermissionReason.OutsideConfiguredScope;
        }
    }

    private async Task<PermissionReason?> ObstacleAsync(ContentId id, ContainerRef? known, CancellationToken cancellationToken)
    {
        try
        {
            ContainerRef container = known ?? await desk.LocateAsync(id, cancellationToken).ConfigureAwait(false);
            return current().Boundary.Contains(container) ? null : PermissionReason.OutsideConfiguredScope;
        }
        catch (NotFoundException)
        {
            return PermissionReason.NotFoundOrNotVisible;
        }
    }
}
