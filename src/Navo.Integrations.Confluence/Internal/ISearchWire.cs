using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// Search once more, as the desks call it: Refit copies the body of a typed answer, which for search is most of what a call allocates.
/// A stream it hands on as it is.
/// </summary>
internal interface ISearchWire
{
    [Get("/wiki/rest/api/search")]
    Task<Stream> SearchCloudAsync(string cql, int limit, string? cursor, string? expand, CancellationToken cancellationToken);

    [Get("/rest/api/search")]
    Task<Stream> SearchDataCenterAsync(string cql, int limit, string? start, string? expand, CancellationToken cancellationToken);

    static Task<SearchHitsDto> ReadAsync(Task<Stream> answer, CancellationToken cancellationToken) =>
        StreamedJson.ReadAsync(answer, ConfluenceJson.Default.SearchHitsDto, cancellationToken);
}
