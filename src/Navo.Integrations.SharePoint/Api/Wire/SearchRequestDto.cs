namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A question to the search of Graph.</summary>
internal sealed record SearchRequestDto
{
    public IReadOnlyList<string>? EntityTypes { get; set; }

    public SearchTextDto? Query { get; set; }

    public int? From { get; set; }

    public int? Size { get; set; }

    public IReadOnlyList<string>? Fields { get; set; }

    public IReadOnlyList<SortPropertyDto>? SortProperties { get; set; }

    public IReadOnlyList<AggregationOptionDto>? Aggregations { get; set; }

    public string? Region { get; set; }
}
