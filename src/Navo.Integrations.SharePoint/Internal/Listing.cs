using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A list that is read to its end before anything of it is given.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Place">What is listed, for errors and the audit trail; null for all that there is.</param>
/// <param name="ReadAsync">Reads it, as the service.</param>
internal sealed record Listing<T>(IntegrationOperation Operation, string? Place, Func<CancellationToken, Task<IReadOnlyList<T>>> ReadAsync)
{
    public Listing(IntegrationOperation operation, string? place, Func<CancellationToken, IAsyncEnumerable<T>> walk)
        : this(operation, place, token => GatherAsync(walk(token)))
    {
    }

    /// <summary>The item that a member of the list shows, to decide about it for a user; null for lists of the service alone.</summary>
    public Func<T, ContentId>? IdOf { get; init; }

    private static async Task<IReadOnlyList<T>> GatherAsync(IAsyncEnumerable<T> walk)
    {
        List<T> items = [];
        await foreach (T item in walk.ConfigureAwait(false))
        {
            items.Add(item);
        }

        return items;
    }
}
