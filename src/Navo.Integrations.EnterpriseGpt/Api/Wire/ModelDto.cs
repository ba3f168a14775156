namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary><c>GET /models/{model}</c>.</summary>
internal sealed record ModelDto
{
    public string? Id { get; init; }

    public string? ShutdownDate { get; init; }
}
