using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Reads of what hangs on a page or blog post, behind the gate of that page and within the boundary.</summary>
internal sealed class PageParts(GatedReads reads, PageStates states, IConfluenceDesk desk, Func<ConfluenceSettings> current)
{
    public Task<T> ReadAsync<T>(
        IntegrationOperation operation,
        ContentId id,
        AccessContext reader,
        Func<ContentPlace, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
        where T : class => ReadAsync(operation, reader, new PartRead<T>(id, read), cancellationToken);

    public async Task<T> ReadAsync<T>(IntegrationOperation operation, AccessContext reader, PartRead<T> part, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(reader);
        ConfluenceSettings settings = current();
        T read = await reads.ReadAsync(operation, reader, new GatedRead<T>(part.Id, ReadAsServiceAsync, $"{part.Variant}\n{settings.ReadKey}"), cancellationToken).ConfigureAwait(false);
        await states.RequireAsync(part.Id, part.Id, reader, cancellationToken).ConfigureAwait(false);
        return read;

        async Task<T> ReadAsServiceAsync(CancellationToken token)
        {
            ContentPlace place = await desk.PlaceAsync(part.Id, token).ConfigureAwait(false);
            settings.Boundary.Require(place.Container, place.Id);
            return await part.Read(place, token).ConfigureAwait(false);
        }
    }
}
