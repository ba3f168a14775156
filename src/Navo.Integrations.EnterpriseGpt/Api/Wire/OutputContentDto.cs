namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record OutputContentDto
{
    public string? Type { get; set; }

    public string? Text { get; set; }

    public string? Refusal { get; set; }
}
