namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The counts by a property.</summary>
internal sealed record AggregationDto
{
    public string? Field { get; set; }

    public IReadOnlyList<BucketDto>? Buckets { get; set; }
}
