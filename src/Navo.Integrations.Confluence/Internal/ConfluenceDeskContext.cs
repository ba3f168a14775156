using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>What both desks need to know of the instance they serve.</summary>
internal sealed record ConfluenceDeskContext(IntegrationName Name, string SiteAddress, TimeProvider Time)
{
    /// <summary>A decision. Its outcome follows from its reason, so that the two can't contradict each other.</summary>
    public PermissionDecision Decide(ContentId id, AccessContext reader, PermissionReason reason, string? detail = null) => new()
    {
        Outcome = reason switch
        {
            PermissionReason.Granted => PermissionOutcome.Allow,
            PermissionReason.DeniedBySource or PermissionReason.ContainerNotVisible or PermissionReason.ItemRestricted or PermissionReason.AncestorRestricted
                or PermissionReason.NotFoundOrNotVisible or PermissionReason.OutsideConfiguredScope => PermissionOutcome.Deny,
            _ => PermissionOutcome.Unknown,
        },
        Reason = reason,
        Item = id,
        Reader = reader,
        CheckedAt = Time.GetUtcNow(),
        Detail = detail,
    };
}
