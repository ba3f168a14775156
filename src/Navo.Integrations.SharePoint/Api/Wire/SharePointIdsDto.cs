namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The ids that SharePoint itself knows an item by.</summary>
internal sealed record SharePointIdsDto
{
    public string? ListId { get; set; }

    public string? ListItemId { get; set; }

    public string? ListItemUniqueId { get; set; }

    public string? SiteId { get; set; }

    public string? SiteUrl { get; set; }

    public string? TenantId { get; set; }

    public string? WebId { get; set; }
}
