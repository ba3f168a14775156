namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A site.</summary>
internal sealed record SiteDto
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? WebUrl { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }

    public bool? IsPersonalSite { get; set; }

    public SiteCollectionDto? SiteCollection { get; set; }

    public EmptyFacetDto? Root { get; set; }

    public ItemReferenceDto? ParentReference { get; set; }
}
