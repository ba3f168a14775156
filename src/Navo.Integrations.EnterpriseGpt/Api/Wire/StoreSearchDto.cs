namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record StoreSearchDto
{
    public IReadOnlyList<StoreHitDto>? Data { get; init; }

    public bool? HasMore { get; init; }
}
