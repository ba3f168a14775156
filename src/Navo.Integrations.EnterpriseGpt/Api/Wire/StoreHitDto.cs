using System.Text.Json;

namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record StoreHitDto
{
    public string? FileId { get; init; }

    public string? Filename { get; init; }

    public double? Score { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }

    public IReadOnlyList<OutputContentDto>? Content { get; init; }
}
