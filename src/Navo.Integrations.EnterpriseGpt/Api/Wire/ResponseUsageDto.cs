namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ResponseUsageDto
{
    public long? InputTokens { get; init; }

    public InputTokensDetailsDto? InputTokensDetails { get; init; }

    public long? OutputTokens { get; init; }

    public OutputTokensDetailsDto? OutputTokensDetails { get; init; }
}
