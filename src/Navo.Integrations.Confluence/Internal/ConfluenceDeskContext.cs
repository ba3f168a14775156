using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>What both desks need to know of the instance they serve.</summary>
internal sealed record ConfluenceDeskContext(IntegrationName Name, string SiteAddress, TimeProvider Time)
{
    /// <summary>A decision.</summary>
    public PermissionDecision Decide(ContentId id, AccessContext reader, PermissionReason reason, string? detail = null) => new Decisions(Time).Of(id, reader, reason, detail);
}
