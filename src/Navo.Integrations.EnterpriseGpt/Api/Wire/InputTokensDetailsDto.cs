namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

internal sealed record InputTokensDetailsDto
{
    public long? CachedTokens { get; set; }

    public long? CacheWriteTokens { get; set; }
}
