namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>What makes an item a package, such as a notebook.</summary>
internal sealed record PackageFacetDto
{
    public string? Type { get; set; }
}
