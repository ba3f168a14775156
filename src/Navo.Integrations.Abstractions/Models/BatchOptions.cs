namespace Navo.Integrations.Abstractions;

/// <summary>How many are worked on at once, and in which order they come back.</summary>
public sealed record BatchOptions
{
    /// <summary>The greatest <see cref="MaxParallelism"/>.</summary>
    public const int GreatestParallelism = 64;

    /// <summary>The defaults.</summary>
    public static BatchOptions Default { get; } = new();

    /// <summary>How many are worked on at once, 1 to 64; 8 by default. The integration's own <c>Http:MaxConcurrentRequests</c> bounds the requests beside it: twice
    /// that many keep the wire busy while answers are read.</summary>
    public int MaxParallelism
    {
        get;
        init => field = value is >= 1 and <= GreatestParallelism
            ? value
            : throw new ConfigurationException($"1 to {GreatestParallelism} can be worked on at once; {value} were asked for.");
    } = 8;

    /// <summary>Whether results come as they complete; else, as by default, in the order in which they were asked.</summary>
    public bool AsCompleted { get; init; }
}
