using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">Where it goes on; null at its end.</param>
internal sealed record SyncListing(IReadOnlyList<SyncItem> Items, string? Next)
{
    /// <summary>Of descendants: those below which the list does not reach.</summary>
    public IReadOnlyList<ContentId> Deeper { get; init; } = [];

    /// <summary>A list of nothing.</summary>
    public static SyncListing Empty { get; } = new([], null);
}
