using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Access;

/// <summary>Makes decisions whose outcome follows from their reason, so that the two can't contradict each other.</summary>
/// <param name="time">The clock.</param>
public sealed class Decisions(TimeProvider time)
{
    /// <summary>A decision.</summary>
    /// <param name="id">The item.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="reason">Why; what is neither a grant nor a refusal makes it unknown.</param>
    /// <param name="detail">Why, for an administrator.</param>
    /// <returns>The decision, made now.</returns>
    public PermissionDecision Of(ContentId id, AccessContext reader, PermissionReason reason, string? detail = null) => new()
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
        CheckedAt = time.GetUtcNow(),
        Detail = detail,
    };
}
