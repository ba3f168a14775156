namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record ModerationDto
{
    public IReadOnlyList<ModerationResultDto>? Results { get; init; }
}
