using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>What the gate asks: is the item within the boundary, and may the reader see it?</summary>
internal sealed class ConfluenceDecisions(IConfluenceDesk desk, Func<ConfluenceSettings> current, IntegrationName name, TimeProvider time)
{
    private readonly ConfluenceDeskContext _context = new(name, string.Empty, time);

    public async Task<PermissionDecision> DecideAsync(ContentId id, ContainerRef? known, AccessContext reader, CancellationToken cancellationToken)
    {
        SpaceBoundary boundary = current().Boundary;
        try
        {
            bool mustLocate = reader.IsService || (known is null && boundary.Keys.Count > 0);
            ContainerRef? container = mustLocate ? await desk.LocateAsync(id, cancellationToken).ConfigureAwait(false) : known;
            if (boundary.Keys.Count > 0 && !boundary.Contains(container))
            {
                return _context.Decide(id, reader, PermissionReason.OutsideConfiguredScope);
            }
        }
        catch (NotFoundException)
        {
            return _context.Decide(id, reader, PermissionReason.NotFoundOrNotVisible);
        }

        return reader.IsService
            ? _context.Decide(id, reader, PermissionReason.Granted)
            : await desk.CheckAsync(id, reader, cancellationToken).ConfigureAwait(false);
    }
}
