using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A member of a channel.</summary>
/// <param name="Person">The member.</param>
/// <param name="IsOwner">Whether the member owns the channel.</param>
/// <param name="IsGuest">Whether the member is a guest.</param>
/// <param name="TenantId">The member's tenant, which is another one for members of shared channels.</param>
public sealed record ChannelMember(PersonRef Person, bool IsOwner, bool IsGuest, string? TenantId);
