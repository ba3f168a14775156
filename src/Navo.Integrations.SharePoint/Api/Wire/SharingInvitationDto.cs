namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The invitation of a sharing permission.</summary>
internal sealed record SharingInvitationDto
{
    public string? Email { get; set; }

    public bool? SignInRequired { get; set; }

    public string? RedeemedBy { get; set; }
}
