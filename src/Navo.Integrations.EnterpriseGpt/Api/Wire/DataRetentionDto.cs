namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record DataRetentionDto
{
    public string? Type { get; init; }
}
