namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ChatUsageDto
{
    public long? PromptTokens { get; set; }

    public InputTokensDetailsDto? PromptTokensDetails { get; set; }

    public long? CompletionTokens { get; set; }

    public OutputTokensDetailsDto? CompletionTokensDetails { get; set; }
}
