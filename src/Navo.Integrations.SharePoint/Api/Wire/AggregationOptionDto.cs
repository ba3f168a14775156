namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A property to count by.</summary>
internal sealed record AggregationOptionDto
{
    public string? Field { get; set; }

    public int? Size { get; set; }

    public BucketDefinitionDto? BucketDefinition { get; set; }
}
