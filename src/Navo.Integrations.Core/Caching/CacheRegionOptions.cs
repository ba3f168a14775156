namespace Navo.Integrations.Core.Caching;

/// <summary>What one region of the cache keeps, for how long.</summary>
public sealed class CacheRegionOptions
{
    /// <summary>Whether the region keeps anything.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long an entry is served without asking the source. More than zero, at most a day.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after that it is served, marked as stale, while the source is down. Zero for never.</summary>
    public TimeSpan StaleFor { get; set; } = TimeSpan.Zero;
}
