namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ChatChoiceDto
{
    public ChatMessageDto? Message { get; set; }

    public ChatMessageDto? Delta { get; set; }

    public string? FinishReason { get; set; }
}
