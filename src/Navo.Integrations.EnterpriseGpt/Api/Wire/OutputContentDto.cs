namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record OutputContentDto
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? Refusal { get; init; }
}
