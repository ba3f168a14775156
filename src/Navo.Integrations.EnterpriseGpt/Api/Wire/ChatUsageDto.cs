namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ChatUsageDto
{
    public long? PromptTokens { get; init; }

    public InputTokensDetailsDto? PromptTokensDetails { get; init; }

    public long? CompletionTokens { get; init; }

    public OutputTokensDetailsDto? CompletionTokensDetails { get; init; }
}
