namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record AmountDto
{
    public decimal? Value { get; init; }

    public string? Currency { get; init; }
}
