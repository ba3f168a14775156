namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>That an item is gone.</summary>
internal sealed record DeletedFacetDto
{
    public string? State { get; set; }
}
