using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.InMemory;

/// <summary>The items of an <see cref="InMemoryIntegration"/>, and what of them a reader gets.</summary>
internal sealed class InMemoryShelf
{
    private const int DefaultLimit = 25;

    private readonly ConcurrentDictionary<ContentId, InMemoryItem> _items = new();
    private readonly InMemoryAccess _access = new();

    public InMemoryAccess Access => _access;

    public void Put(InMemoryItem item) => _items[item.Id] = item;

    public bool Remove(ContentId id) => _items.TryRemove(id, out _);

    public (PermissionOutcome Outcome, PermissionReason Reason) Decide(ContentId id, AccessContext reader) =>
        _access.Decide(_items.GetValueOrDefault(id), reader);

    /// <exception cref="NotFoundException">The item is absent or denied: nothing tells which.</exception>
    /// <exception cref="PermissionException">Whether the reader may see it cannot be found out.</exception>
    public KnowledgeContent Read(ContentId id, AccessContext reader)
    {
        InMemoryItem? item = _items.GetValueOrDefault(id);
        return _access.Decide(item, reader).Outcome switch
        {
            PermissionOutcome.Allow => item!.Content,
            PermissionOutcome.Deny => throw new NotFoundException($"There is no item '{id}', or the reader may not see it."),
            _ => throw new PermissionException($"Whether the reader may see the item '{id}' could not be established."),
        };
    }

    /// <exception cref="InvalidQueryException">The limit or the continuation cannot be used.</exception>
    public SearchPage Search(SearchQuery query, AccessContext reader)
    {
        int limit = query.Limit ?? DefaultLimit;
        if (limit < 1)
        {
            throw new InvalidQueryException($"The limit of a search is 1 or more; {limit} is not.");
        }

        InMemoryContinuation? place = query.Continuation is { } text ? InMemoryContinuation.Read(text, query, reader) : null;
        var judged = InMemorySearch.Find(_items.Values, query).ToLookup(match => _access.Decide(match.Item, reader).Outcome);
        var rest = judged[PermissionOutcome.Allow].Where(match => place is not { } end || InMemorySearch.IsAfter(match, end)).ToArray();
        (InMemoryItem Item, int Score) last = rest.Take(limit).LastOrDefault();
        return new()
        {
            Hits = [.. rest.Take(limit).Select(InMemorySearch.ToHit)],
            Total = SearchTotal.Exact(judged[PermissionOutcome.Allow].Count()),
            Omitted = place is null ? Omissions(judged[PermissionOutcome.Deny].Count(), judged[PermissionOutcome.Unknown].Count()) : [],
            Continuation = rest.Length > limit ? new InMemoryContinuation(last.Score, last.Item.Id.Value).Write(query, reader) : null,
        };
    }

    private static Omission[] Omissions(int denied, int unknown) =>
        [.. new Omission[] { new(OmissionReason.NotPermitted, denied), new(OmissionReason.PermissionUnknown, unknown) }.Where(o => o.Count > 0)];
}
