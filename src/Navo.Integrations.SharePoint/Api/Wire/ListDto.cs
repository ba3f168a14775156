namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A list or library of a site.</summary>
internal sealed record ListDto
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? WebUrl { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }

    public ListInfoDto? List { get; set; }

    public EmptyFacetDto? System { get; set; }

    public ItemReferenceDto? ParentReference { get; set; }
}
