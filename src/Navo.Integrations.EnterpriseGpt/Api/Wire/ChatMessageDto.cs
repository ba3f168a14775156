namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ChatMessageDto
{
    public string? Content { get; init; }

    public string? Refusal { get; init; }
}
