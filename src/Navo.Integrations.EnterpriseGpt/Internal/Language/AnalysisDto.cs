namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>The model's answer as the schema has it. Every member is there, or the answer is refused.</summary>
internal sealed record AnalysisDto
{
    public required string Intent { get; init; }

    public required IReadOnlyList<AnalysisEntityDto> Entities { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public required AnalysisTimeRangeDto? TimeRange { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    public required AnalysisFiltersDto Filters { get; init; }

    public required string Language { get; init; }

    public required IReadOnlyList<string> RewrittenQueries { get; init; }
}
