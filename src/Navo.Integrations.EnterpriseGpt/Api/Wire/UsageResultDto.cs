namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary>A line of usage or of costs: the members of both.</summary>
internal sealed record UsageResultDto
{
    public long? InputTokens { get; init; }

    public long? InputCachedTokens { get; init; }

    public long? InputCacheWriteTokens { get; init; }

    public long? OutputTokens { get; init; }

    public long? NumModelRequests { get; init; }

    public string? Model { get; init; }

    public string? ProjectId { get; init; }

    public AmountDto? Amount { get; init; }

    public string? LineItem { get; init; }
}
