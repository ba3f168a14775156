namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

internal sealed record AnalysisTimeRangeDto
{
    public required string? From { get; init; }

    public required string? To { get; init; }
}
