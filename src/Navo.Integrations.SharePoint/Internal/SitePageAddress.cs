namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A page of a site.</summary>
internal sealed record SitePageAddress(string SiteId, string PageId) : ItemAddress
{
    public override string ToString() => $"sites/{SiteId}/pages/{PageId}";
}
