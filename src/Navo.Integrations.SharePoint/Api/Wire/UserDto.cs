namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A user of the directory.</summary>
internal sealed record UserDto
{
    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? Mail { get; set; }

    public string? UserType { get; set; }

    public bool? AccountEnabled { get; set; }

    public string? ExternalUserState { get; set; }
}
