namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record VectorStoreDto
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}
