using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Follows the opaque links of lists to their end. A link to another host is refused by the handlers; one that was followed before ends the walk with a failure.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/paging"/>.</remarks>
internal sealed class GraphPages(HttpClient client)
{
    /// <summary>All items of a list whose first page is given. A page may be empty while others follow.</summary>
    public async IAsyncEnumerable<T> WalkAsync<T>(Task<GraphListDto<T>> first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> followed = new(StringComparer.Ordinal);
        GraphListDto<T> page = await first.ConfigureAwait(false);
        while (true)
        {
            foreach (T item in Required.Member(page.Value, "value"))
            {
                yield return item;
            }

            if (page.NextLink is not { Length: > 0 } next)
            {
                yield break;
            }

            page = followed.Add(next)
                ? await GetAsync<GraphListDto<T>>(next, cancellationToken).ConfigureAwait(false)
                : throw new ProtocolException("The paging of a list leads back to a page that was already seen.");
        }
    }

    /// <summary>All items of a list whose first page comes as a stream.</summary>
    public IAsyncEnumerable<T> WalkAsync<T>(Task<Stream> first, CancellationToken cancellationToken) => WalkAsync(ReadAsync<GraphListDto<T>>(first, cancellationToken), cancellationToken);

    public async Task<List<T>> ToListAsync<T>(Task<GraphListDto<T>> first, CancellationToken cancellationToken)
    {
        List<T> all = [];
        await foreach (T item in WalkAsync(first, cancellationToken).ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>Reads what a link of an answer leads to.</summary>
    public Task<T> GetAsync<T>(string link, CancellationToken cancellationToken)
        where T : class => GetAsync<T>(link, static _ => { }, cancellationToken);

    /// <summary>Reads what a link of an answer leads to, by a request that is prepared before.</summary>
    public async Task<T> GetAsync<T>(string link, Action<HttpRequestMessage> prepare, CancellationToken cancellationToken)
        where T : class
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out Uri? address))
        {
            throw new ProtocolException("The link to the next page is no address.");
        }

        using HttpRequestMessage request = new(HttpMethod.Get, address);
        prepare(request);
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return await ReadAsync<T>(response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads an answer that came as a stream.</summary>
    public static Task<T> ReadAsync<T>(Task<Stream> answer, CancellationToken cancellationToken)
        where T : class => StreamedJson.ReadAsync(answer, (JsonTypeInfo<T>)GraphJson.Default.GetTypeInfo(typeof(T))!, cancellationToken);
}
