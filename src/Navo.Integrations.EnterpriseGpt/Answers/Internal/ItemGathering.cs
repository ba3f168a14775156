using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Reads what was found and asks about it, and where that comes to nothing does the same with a copy at another address.</summary>
internal sealed class ItemGathering(ContentReader contents, LivePermissions permissions)
{
    /// <summary>The copies tried of one item at most.</summary>
    private const int MostCopies = 2;

    public async Task<GatheredItems> GatherAsync(FoundItems found, QuestionFilter filter, AccessContext reader, KnowledgeAssistantOptions options, CancellationToken cancellationToken)
    {
        ItemKey[] places = [.. found.Hits.SelectMany(found.CopiesOf).Select(ItemKey.Of).Distinct()];
        GatheredItems first = await OnceAsync([.. found.Hits.Select(static (hit, rank) => (hit, rank))], places, filter, reader, options, cancellationToken).ConfigureAwait(false);
        HashSet<ItemKey> tried = [.. found.Hits.Select(ItemKey.Of)];
        (SearchHit Hit, int Rank)[] copies =
        [
            .. found.Hits.Select(static (hit, rank) => (hit, rank))
                .Where(place => !first.IsUsable(place.hit))
                .SelectMany(place => found.CopiesOf(place.hit).Where(copy => first.IsAllowed(copy) && tried.Add(ItemKey.Of(copy))).Take(MostCopies).Select(copy => (copy, place.rank))),
        ];
        return copies.Length == 0 ? first : first.And(await OnceAsync(copies, [], filter, reader, options, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What was found, as the reader may have it: a copy stands in the place of what may not be seen, and what has none is not there.</summary>
    public static IEnumerable<SearchHit> Visible(FoundItems found, GatheredItems gathered) => found.Hits
        .Select(hit => (SearchHit?[])[hit, .. found.CopiesOf(hit)])
        .Select(places => Array.Find(places, p => gathered.IsUsable(p!)) ?? Array.Find(places, p => gathered.IsAllowed(p!)))
        .OfType<SearchHit>()
        .DistinctBy(ItemKey.Of);

    /// <summary>All that was found is asked about, not only what the model gets: the reader gets the rest as hits.</summary>
    private async Task<GatheredItems> OnceAsync(
        IReadOnlyList<(SearchHit Hit, int Rank)> hits, IReadOnlyList<ItemKey> others, QuestionFilter filter, AccessContext reader, KnowledgeAssistantOptions options, CancellationToken cancellationToken)
    {
        ReadItems read = await contents.ReadAsync(hits, filter, reader, options, cancellationToken).ConfigureAwait(false);
        IEnumerable<ItemKey> there = read.Items.SelectMany(static i => (ItemKey[])[ItemKey.Of(i.Hit), new(i.Content.Metadata.Source, i.Content.Metadata.Id)]);
        ItemKey[] items = [.. there.Concat(read.Unread.Where(static u => !u.IsHidden).Select(static u => u.Key)).Distinct()];
        ItemKey[] asked = [.. items.Union(others)]; // the items first: their other places must not hold up what an answer rests on
        IReadOnlyDictionary<ItemKey, PermissionDecision> decided = asked.Length == 0
            ? new Dictionary<ItemKey, PermissionDecision>()
            : await permissions.CheckAsync(asked, reader, options, cancellationToken).ConfigureAwait(false);
        return new(read, items.ToDictionary(static item => item, item => decided[item])) { Others = decided };
    }
}
