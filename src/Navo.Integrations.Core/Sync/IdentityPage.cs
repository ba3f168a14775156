namespace Navo.Integrations.Core.Sync;

/// <summary>A page of the groups of a source.</summary>
public sealed record IdentityPage
{
    /// <summary>The groups. One may come more than once; the last one counts.</summary>
    public IReadOnlyList<IdentityGroup> Groups { get; init; } = [];

    /// <summary>Where to go on. A run that was broken off may come back to it days later.</summary>
    public required string Position { get; init; }

    /// <summary>Whether it is the last page.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether the position that was asked for is void: the list is read again from its beginning.</summary>
    public bool MustRestart { get; init; }
}
