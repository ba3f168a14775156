namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>Gathers what a stream gives.</summary>
internal static class Lists
{
    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
