namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ErrorDto
{
    public string? Code { get; init; }

    public string? Type { get; init; }

    public string? Message { get; init; }
}
