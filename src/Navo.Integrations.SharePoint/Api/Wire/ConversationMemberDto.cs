namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A member of a channel.</summary>
internal sealed record ConversationMemberDto
{
    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? UserId { get; set; }

    public string? Email { get; set; }

    public string? TenantId { get; set; }

    public IReadOnlyList<string>? Roles { get; set; }
}
