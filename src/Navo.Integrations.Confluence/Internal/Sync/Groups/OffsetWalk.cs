using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>
/// Reads a list to its end that need not have links: on from the number of entries that were really delivered, until a page is short and leads nowhere. A list of which a part is missing would take members
/// from a group, so one that turns in a circle is refused.
/// </summary>
internal static class OffsetWalk
{
    public static async Task<List<T>> ReadAsync<T>(Func<int, Task<ListDto<T>>> getPage, Func<T, string?> keyOf)
    {
        List<T> all = [];
        HashSet<string?> known = new(StringComparer.Ordinal);
        for (int start = 0; ;)
        {
            ListDto<T> page = await getPage(start).ConfigureAwait(false);
            IReadOnlyList<T> items = Required.Member(page.Results, "results");
            T[] fresh = [.. items.Where(item => known.Add(keyOf(item)))];
            all.AddRange(fresh);
            start += items.Count;
            bool isLast = items.Count == 0 || (string.IsNullOrEmpty(page.Links?.Next) && items.Count < page.Limit);
            if (isLast)
            {
                return all;
            }

            if (fresh.Length == 0)
            {
                throw new ProtocolException("The paging of a list leads back to a page that was already seen.");
            }
        }
    }
}
