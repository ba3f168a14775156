namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>The hits of one kind.</summary>
internal sealed record HitsContainerDto
{
    public IReadOnlyList<SearchHitDto>? Hits { get; set; }

    public long? Total { get; set; }

    public bool? MoreResultsAvailable { get; set; }

    public IReadOnlyList<AggregationDto>? Aggregations { get; set; }
}
