namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The collection that a site belongs to.</summary>
internal sealed record SiteCollectionDto
{
    public string? Hostname { get; set; }

    public string? DataLocationCode { get; set; }

    public EmptyFacetDto? Root { get; set; }
}
