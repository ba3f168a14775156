namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record IncompleteDetailsDto
{
    public string? Reason { get; set; }
}
