namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A page of a site with its canvas.</summary>
internal sealed record SitePageDto
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public string? ETag { get; set; }

    public string? WebUrl { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }

    public IdentitySetDto? CreatedBy { get; set; }

    public IdentitySetDto? LastModifiedBy { get; set; }

    public string? PageLayout { get; set; }

    public string? PromotionKind { get; set; }

    public PublicationFacetDto? PublishingState { get; set; }

    public TitleAreaDto? TitleArea { get; set; }

    public CanvasLayoutDto? CanvasLayout { get; set; }
}
