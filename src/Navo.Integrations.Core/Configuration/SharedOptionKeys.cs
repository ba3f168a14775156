using static Navo.Integrations.Core.Configuration.OptionKeyKind;

namespace Navo.Integrations.Core.Configuration;

/// <summary>The settings that every integration has: those of <see cref="IntegrationOptions"/>, and their shorter names.</summary>
internal static class SharedOptionKeys
{
    public static IReadOnlyList<OptionKey> Keys { get; } =
    [
        new("Timeout", Seconds),
        new("Http:MaxConcurrentRequests", Integer),
        new("Http:MaxQueuedRequests", Integer),
        new("Http:AttemptTimeout", Seconds),
        new("Http:MaxRetryAttempts", Integer),
        new("Http:RetryBaseDelay", Seconds),
        new("Http:MaxRetryDelay", Seconds),
        new("Http:RetryBudgetRatio", Number),
        new("Http:BreakerFailureRatio", Number),
        new("Http:BreakerMinimumThroughput", Integer),
        new("Http:BreakerSamplingDuration", Seconds),
        new("Http:BreakDuration", Seconds),
        new("Http:MaxResponseBytes", Bytes),
        new("Http:PooledConnectionLifetime", Seconds),
        new("Cache:Enabled", Flag),
        .. Region("Response"),
        .. Region("Content"),
        .. Region("Permission"),
        .. Region("Metadata"),
    ];

    /// <remarks><c>cache_ttl</c> leaves permissions out: a long lifetime meant for answers must not keep revoked access alive.</remarks>
    public static IReadOnlyList<OptionKeyAlias> Aliases { get; } =
    [
        new("RetryAttempts", "Http:MaxRetryAttempts"),
        new("EnableCaching", "Cache:Enabled"),
        new("CacheTtl", "Cache:Response:Lifetime", "Cache:Content:Lifetime", "Cache:Metadata:Lifetime"),
    ];

    private static OptionKey[] Region(string name) =>
    [
        new($"Cache:{name}:Enabled", Flag),
        new($"Cache:{name}:Lifetime", Seconds),
        new($"Cache:{name}:StaleFor", Seconds),
    ];
}
