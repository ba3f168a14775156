using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core;

/// <summary>What every integration can be told. Durations are <see cref="TimeSpan"/>; every property has a working default.</summary>
public abstract class IntegrationOptions
{
    /// <summary>The deadline of one call with all its requests, waits and retries. More than zero, at most one hour; 100 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How requests are paced, retried and given up.</summary>
    public IntegrationHttpOptions Http { get; set; } = new();

    /// <summary>What is kept, for how long.</summary>
    public IntegrationCacheOptions Cache { get; set; } = new();
}
