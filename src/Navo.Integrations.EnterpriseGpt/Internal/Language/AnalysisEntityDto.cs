namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

internal sealed record AnalysisEntityDto
{
    public required string Text { get; init; }

    public required string Kind { get; init; }
}
