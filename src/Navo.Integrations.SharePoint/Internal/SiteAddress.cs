namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A site.</summary>
internal sealed record SiteAddress(string SiteId) : ItemAddress
{
    public override string ToString() => $"sites/{SiteId}";
}
