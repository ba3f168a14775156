namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>What makes an item a folder.</summary>
internal sealed record FolderFacetDto
{
    public int? ChildCount { get; set; }
}
