namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ResponseUsageDto
{
    public long? InputTokens { get; set; }

    public InputTokensDetailsDto? InputTokensDetails { get; set; }

    public long? OutputTokens { get; set; }

    public OutputTokensDetailsDto? OutputTokensDetails { get; set; }
}
