namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ErrorDto
{
    public string? Code { get; set; }

    public string? Type { get; set; }

    public string? Message { get; set; }
}
