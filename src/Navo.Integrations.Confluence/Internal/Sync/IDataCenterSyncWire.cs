using Refit;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>The long lists of Data Center, as streams: see <see cref="ISearchWire"/>.</summary>
internal interface IDataCenterSyncWire
{
    [Get("/rest/api/content/scan?limit=200")]
    Task<Stream> ScanAsync(string spaceKey, string type, string status, string? cursor, string expand, CancellationToken cancellationToken);

    [Get("/rest/api/content/{id}/descendant/page?limit=200")]
    Task<Stream> ListDescendantsAsync(string id, string? start, string expand, CancellationToken cancellationToken);
}
