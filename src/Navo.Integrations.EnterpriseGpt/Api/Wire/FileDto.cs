namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record FileDto
{
    public string? Id { get; init; }

    public string? Filename { get; init; }
}
