namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record OutputItemDto
{
    public string? Type { get; set; }

    public IReadOnlyList<OutputContentDto>? Content { get; set; }
}
