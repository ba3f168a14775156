namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The pages of a site as a partition of a sync.</summary>
internal sealed record PagesPartition(string SiteId)
{
    public string Id => $"sites/{SiteId}/pages";

    public static PagesPartition? TryParse(string partition) => partition.Split('/') is ["sites", var site, "pages"] ? new(PathSegment.Of(site)) : null;

    public override string ToString() => Id;
}
