using System.Text.Json;

namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record StoreFileDto
{
    public string? Id { get; init; }

    public long? CreatedAt { get; init; }

    public string? Status { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }
}
