namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The count of one value of a property.</summary>
internal sealed record BucketDto
{
    public string? Key { get; set; }

    public long? Count { get; set; }

    public string? AggregationFilterToken { get; set; }
}
