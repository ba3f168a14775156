using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>The hits with their texts, and for each whether the reader may see it as of now.</summary>
internal sealed record GatheredItems(ReadItems Read, IReadOnlyDictionary<ItemKey, PermissionDecision> Decisions)
{
    /// <summary>What was decided of their other places, which an answer does not rest on.</summary>
    public IReadOnlyDictionary<ItemKey, PermissionDecision> Others { get; init; } = new Dictionary<ItemKey, PermissionDecision>();

    public GatheredItems And(GatheredItems more) => this with
    {
        Read = Read.And(more.Read),
        Decisions = Decisions.Concat(more.Decisions).DistinctBy(static d => d.Key).ToDictionary(),
    };

    /// <summary>Whether an item was allowed, and its source did not say otherwise when it was read.</summary>
    public bool IsAllowed(ItemKey item) => (Decisions.GetValueOrDefault(item) ?? Others.GetValueOrDefault(item)) is { IsAllowed: true } && !Read.Unread.Any(u => u.IsHidden && u.Key == item);

    public bool IsAllowed(SearchHit hit) => IsAllowed(ItemKey.Of(hit));

    /// <summary>Whether an answer can rest on a hit: it was read, and allowed.</summary>
    public bool IsUsable(SearchHit hit) => IsAllowed(hit) && Read.Items.Any(i => ReferenceEquals(i.Hit, hit));
}
