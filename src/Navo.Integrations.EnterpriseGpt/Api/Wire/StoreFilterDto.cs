using System.Text.Json;

namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary>A comparison, or several under <c>and</c> or <c>or</c>.</summary>
internal sealed record StoreFilterDto(string Type)
{
    public string? Key { get; init; }

    public JsonElement? Value { get; init; }

    public IReadOnlyList<StoreFilterDto>? Filters { get; init; }
}
