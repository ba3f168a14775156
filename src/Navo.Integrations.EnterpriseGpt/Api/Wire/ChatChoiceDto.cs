namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ChatChoiceDto
{
    public ChatMessageDto? Message { get; init; }

    public ChatMessageDto? Delta { get; init; }

    public string? FinishReason { get; init; }
}
