namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record OutputTokensDetailsDto
{
    public long? ReasoningTokens { get; set; }
}
