namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>Where an item stands.</summary>
internal sealed record ItemReferenceDto
{
    public string? DriveId { get; set; }

    public string? DriveType { get; set; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Path { get; set; }

    public string? SiteId { get; set; }

    public SharePointIdsDto? SharepointIds { get; set; }
}
