namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record FileContentDto
{
    public IReadOnlyList<OutputContentDto>? Data { get; init; }

    public bool? HasMore { get; init; }
}
