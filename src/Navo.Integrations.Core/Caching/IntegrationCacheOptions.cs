namespace Navo.Integrations.Core.Caching;

/// <summary>What an integration keeps, for how long. Every entry belongs to one reader.</summary>
public sealed class IntegrationCacheOptions
{
    /// <summary>Whether anything is kept at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Search pages and lists. Five minutes, then up to an hour while the source is down.</summary>
    public CacheRegionOptions Response { get; set; } = new() { Lifetime = TimeSpan.FromMinutes(5), StaleFor = TimeSpan.FromHours(1) };

    /// <summary>Whole contents. Ten minutes, then up to an hour while the source is down.</summary>
    public CacheRegionOptions Content { get; set; } = new() { Lifetime = TimeSpan.FromMinutes(10), StaleFor = TimeSpan.FromHours(1) };

    /// <summary>Permission decisions. One minute; <see cref="CacheRegionOptions.StaleFor"/> must be zero.</summary>
    public CacheRegionOptions Permission { get; set; } = new() { Lifetime = TimeSpan.FromMinutes(1) };

    /// <summary>Metadata. Ten minutes, then up to an hour while the source is down.</summary>
    public CacheRegionOptions Metadata { get; set; } = new() { Lifetime = TimeSpan.FromMinutes(10), StaleFor = TimeSpan.FromHours(1) };
}
