namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A list of a site as a partition of a sync.</summary>
internal sealed record ListPartition(string SiteId, string ListId)
{
    public string Id => $"sites/{SiteId}/lists/{ListId}";

    public static ListPartition? TryParse(string partition) => partition.Split('/') is ["sites", var site, "lists", var list] ? new(PathSegment.Of(site), PathSegment.Of(list)) : null;

    public override string ToString() => Id;
}
