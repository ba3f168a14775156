using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Walks a list by its links to the end: never by computed offsets, never twice over the same page.</summary>
internal static class PagedList
{
    public static async IAsyncEnumerable<T> WalkAsync<T>(
        string parameter,
        Func<string?, CancellationToken, Task<ListDto<T>>> getPage,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> positions = new(StringComparer.Ordinal);
        string? position = null;
        do
        {
            ListDto<T> page = await getPage(position, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<T> items = Required.Member(page.Results, "results");
            foreach (T item in items)
            {
                yield return item;
            }

            position = items.Count == 0 ? null : NextLink.PositionOf(page.Links, parameter, position);
            if (position is not null && !positions.Add(position))
            {
                throw new ProtocolException("The paging of a list leads back to a page that was already seen.");
            }
        }
        while (position is not null);
    }

    public static async Task<List<TOut>> ToListAsync<T, TOut>(IAsyncEnumerable<T> items, Func<T, TOut> map)
    {
        List<TOut> list = [];
        await foreach (T item in items.ConfigureAwait(false))
        {
            list.Add(map(item));
        }

        return list;
    }
}
