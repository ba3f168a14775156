using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching.Serialization;

/// <summary>An entry as it lies in a distributed cache. Exactly one of the results is set.</summary>
internal sealed record CacheEnvelope
{
    /// <summary>Raised when the shape of an envelope or a model changes; entries of another one are not read.</summary>
    public const int CurrentSchema = 2;

    public required int Schema { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>The store's own bookkeeping: when it was written, in ticks.</summary>
    public required long Timestamp { get; init; }

    /// <summary>The store's own bookkeeping: when it expires, in ticks.</summary>
    public required long Expiration { get; init; }

    public SearchPage? SearchPage { get; init; }

    public KnowledgeContent? Content { get; init; }

    public ContentMetadata? Metadata { get; init; }

    public PermissionDecision? Decision { get; init; }

    /// <summary>The result that it holds.</summary>
    public object? Result() => SearchPage ?? Content ?? Metadata ?? (object?)Decision;

    /// <summary>Whether a result can leave the process; others stay in memory.</summary>
    public static bool CanHold(object result) => result is Abstractions.SearchPage or KnowledgeContent or ContentMetadata or PermissionDecision;
}
