namespace Navo.Integrations.Abstractions;

/// <summary>The state of one feature.</summary>
/// <param name="Name">The feature, for example <c>search</c>.</param>
/// <param name="Status">Its state.</param>
/// <param name="Detail">What was found: works, missing scope, or why not.</param>
/// <param name="Remedy">What to do; null when it works.</param>
public sealed record FeatureHealth(string Name, HealthState Status, string Detail, string? Remedy = null)
{
    /// <summary>When what it stands on comes to its end, such as a model or a certificate; null where no end is known.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
