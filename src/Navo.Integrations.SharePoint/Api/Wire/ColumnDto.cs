namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A column of a list; the member that is there says its type.</summary>
internal sealed record ColumnDto
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public bool? Hidden { get; set; }

    public bool? ReadOnly { get; set; }

    public EmptyFacetDto? Boolean { get; set; }

    public EmptyFacetDto? Calculated { get; set; }

    public EmptyFacetDto? Choice { get; set; }

    public EmptyFacetDto? Currency { get; set; }

    public EmptyFacetDto? DateTime { get; set; }

    public EmptyFacetDto? HyperlinkOrPicture { get; set; }

    public LookupColumnDto? Lookup { get; set; }

    public EmptyFacetDto? Number { get; set; }

    public EmptyFacetDto? PersonOrGroup { get; set; }

    public EmptyFacetDto? Term { get; set; }

    public EmptyFacetDto? Text { get; set; }

    public EmptyFacetDto? Thumbnail { get; set; }

    public EmptyFacetDto? Geolocation { get; set; }
}
