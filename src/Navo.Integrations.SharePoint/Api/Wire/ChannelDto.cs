namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A channel of a team.</summary>
internal sealed record ChannelDto
{
    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? MembershipType { get; set; }

    public string? WebUrl { get; set; }

    public bool? IsArchived { get; set; }

    public string? TenantId { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }
}
