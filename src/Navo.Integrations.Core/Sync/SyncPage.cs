namespace Navo.Integrations.Core.Sync;

/// <summary>A page of an enumeration or of changes.</summary>
public sealed record SyncPage
{
    /// <summary>What is on it, in the source's order. An item may come more than once; the last one counts.</summary>
    public IReadOnlyList<SyncItem> Items { get; init; } = [];

    /// <summary>Where to go on: with the next page, or, after the last page of changes, with the changes to come.</summary>
    public required string Position { get; init; }

    /// <summary>Whether it is the last page for now.</summary>
    public bool IsLast { get; init; }

    /// <summary>On the last page of an enumeration: where changes go on, if the source says it only there.</summary>
    public string? ChangesFrom { get; init; }

    /// <summary>Whether the position has become void and everything is to be enumerated; a <see cref="Position"/> that is not empty says where that starts.</summary>
    public bool MustEnumerate { get; init; }
}
