namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>How buckets of an aggregation are made.</summary>
internal sealed record BucketDefinitionDto
{
    public string? SortBy { get; set; }

    public bool? IsDescending { get; set; }

    public int? MinimumCount { get; set; }
}
