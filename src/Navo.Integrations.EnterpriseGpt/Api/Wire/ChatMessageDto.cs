namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ChatMessageDto
{
    public string? Content { get; set; }

    public string? Refusal { get; set; }
}
