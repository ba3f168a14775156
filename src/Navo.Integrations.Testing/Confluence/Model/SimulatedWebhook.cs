using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>A webhook of Data Center.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Url">Where events go.</param>
public sealed record SimulatedWebhook(int Id, string Name, Uri Url)
{
    /// <summary>The events that it tells.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>Whether it tells.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>What came of the latest event: <c>SUCCESS</c>, <c>FAILURE</c> or <c>ERROR</c>; null before the first.</summary>
    public string? LatestOutcome { get; init; }

    /// <summary>The latest event.</summary>
    public string? LatestEvent { get; init; }

    /// <summary>When it was told.</summary>
    public DateTimeOffset LatestAt { get; init; }

    /// <summary>What events are signed with.</summary>
    internal string? Secret { get; init; }
}
