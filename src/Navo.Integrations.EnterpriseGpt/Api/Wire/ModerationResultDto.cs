namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ModerationResultDto
{
    public bool? Flagged { get; init; }
}
