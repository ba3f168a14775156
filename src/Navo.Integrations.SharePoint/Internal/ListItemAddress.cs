namespace Navo.Integrations.SharePoint.Internal;

/// <summary>An item of a list that is no library.</summary>
internal sealed record ListItemAddress(string SiteId, string ListId, string ItemId) : ItemAddress
{
    public override string ToString() => $"sites/{SiteId}/lists/{ListId}/items/{ItemId}";
}
