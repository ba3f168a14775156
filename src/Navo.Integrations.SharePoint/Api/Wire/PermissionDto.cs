namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A sharing permission of an item, direct or inherited.</summary>
internal sealed record PermissionDto
{
    public string? Id { get; set; }

    public IReadOnlyList<string>? Roles { get; set; }

    public IdentitySetDto? GrantedToV2 { get; set; }

    public IReadOnlyList<IdentitySetDto>? GrantedToIdentitiesV2 { get; set; }

    public IdentitySetDto? GrantedTo { get; set; }

    public IReadOnlyList<IdentitySetDto>? GrantedToIdentities { get; set; }

    public SharingLinkDto? Link { get; set; }

    public SharingInvitationDto? Invitation { get; set; }

    public ItemReferenceDto? InheritedFrom { get; set; }

    public DateTimeOffset? ExpirationDateTime { get; set; }

    public bool? HasPassword { get; set; }
}
