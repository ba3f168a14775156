namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record OutputItemDto
{
    public string? Type { get; init; }

    public IReadOnlyList<OutputContentDto>? Content { get; init; }
}
