namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record InputTokensDetailsDto
{
    public long? CachedTokens { get; init; }

    public long? CacheWriteTokens { get; init; }
}
