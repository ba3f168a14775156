using Refit;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>The long lists of Cloud, as streams: see <see cref="ISearchWire"/>.</summary>
internal interface ICloudSyncWire
{
    [Get("/wiki/api/v2/spaces/{spaceId}/{list}?limit=250")]
    Task<Stream> ListAsync(string spaceId, string list, [Query(CollectionFormat.Multi)] IReadOnlyList<string> status, string? sort, string? cursor, CancellationToken cancellationToken);

    [Get("/wiki/api/v2/{list}?limit=250")]
    Task<Stream> ReadAsync(string list, [AliasAs("id"), Query(CollectionFormat.Multi)] IReadOnlyList<string> ids, [Query(CollectionFormat.Multi)] IReadOnlyList<string> status, CancellationToken cancellationToken);

    [Get("/wiki/api/v2/pages/{id}/descendants?depth=10&limit=250")]
    Task<Stream> ListDescendantsAsync(string id, string? cursor, CancellationToken cancellationToken);
}
