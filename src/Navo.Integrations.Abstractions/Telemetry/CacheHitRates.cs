namespace Navo.Integrations.Abstractions;

/// <summary>Cache hits by cache look-ups, region by region, 0 to 1 each; 0 before a region's first look-up.</summary>
public sealed record CacheHitRates
{
    /// <summary>Of search pages and lists.</summary>
    public double Response { get; init; }

    /// <summary>Of whole contents.</summary>
    public double Content { get; init; }

    /// <summary>Of permission decisions.</summary>
    public double Permission { get; init; }

    /// <summary>Of metadata.</summary>
    public double Metadata { get; init; }
}
