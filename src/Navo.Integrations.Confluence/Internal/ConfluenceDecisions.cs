using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>What the gate asks: is the item within the boundary, and may the reader see it?</summary>
internal sealed class ConfluenceDecisions(IConfluenceDesk desk, ConfluenceReaders readers, Func<ConfluenceSettings> current, ConfluenceDeskContext context)
{
    public async Task<PermissionDecision> DecideAsync(ContentId id, ContainerRef? known, AccessContext reader, CancellationToken cancellationToken)
    {
        SpaceBoundary boundary = current().Boundary;
        try
        {
            bool mustLocate = reader.IsService || (known is null && boundary.Keys.Count > 0);
            ContainerRef? container = mustLocate ? await desk.LocateAsync(id, cancellationToken).ConfigureAwait(false) : known;
            if (boundary.Keys.Count > 0 && !boundary.Contains(container))
            {
                return context.Decide(id, reader, PermissionReason.OutsideConfiguredScope);
            }
        }
        catch (NotFoundException)
        {
            return context.Decide(id, reader, PermissionReason.NotFoundOrNotVisible);
        }

        return reader.IsService
            ? context.Decide(id, reader, PermissionReason.Granted)
            : await CheckAsync(id, reader, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PermissionDecision> CheckAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        if (await readers.ResolveAsync(reader, cancellationToken).ConfigureAwait(false) is not { } user)
        {
            return context.Decide(id, reader, PermissionReason.PrincipalNotResolved, $"No id of this Confluence is known for {reader}; register an IIdentityDirectory that links it.");
        }

        PermissionDecision decision = await desk.CheckAsync(id, AccessContext.ForUser(user), cancellationToken).ConfigureAwait(false);
        return decision with { Reader = reader };
    }
}
