namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

internal sealed record AnalysisFiltersDto
{
    public required IReadOnlyList<string> Containers { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    public required IReadOnlyList<string> Labels { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }
}
