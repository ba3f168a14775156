namespace Navo.Integrations.Abstractions;

/// <summary>How fresh an item is.</summary>
/// <param name="Age">The time since its last change when this was computed.</param>
/// <param name="Threshold">The age from which it counts as out of date.</param>
public readonly record struct ContentFreshness(TimeSpan Age, TimeSpan Threshold)
{
    /// <summary>Whether the item counts as out of date.</summary>
    public bool IsOutdated => Age >= Threshold;
}
