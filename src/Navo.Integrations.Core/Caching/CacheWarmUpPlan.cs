using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching;

/// <summary>What to ask for ahead.</summary>
public sealed record CacheWarmUpPlan
{
    /// <summary>Items to read; none by default.</summary>
    public IReadOnlyList<ContentId> Items { get; init; } = [];

    /// <summary>Searches to make, the first page of each; none by default.</summary>
    public IReadOnlyList<SearchQuery> Queries { get; init; } = [];

    /// <summary>Whether the contents of the items are read; true by default.</summary>
    public bool IncludeContent { get; init; } = true;

    /// <summary>Whether the metadata of the items are read; false by default.</summary>
    public bool IncludeMetadata { get; init; }

    /// <summary>How many calls are made at once, 1 to 64; 4 by default, so that readers who wait go ahead.</summary>
    public int MaxParallelism { get; init; } = 4;
}
