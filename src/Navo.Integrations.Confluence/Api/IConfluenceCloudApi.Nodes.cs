using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceCloudApi
{
    /// <summary>A folder, whiteboard, database or smart link of the content tree.</summary>
    /// <param name="collection"><c>folders</c>, <c>whiteboards</c>, <c>databases</c> or <c>embeds</c>.</param>
    /// <param name="id">Its numeric id.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What is known about it; none of them has a body.</returns>
    [Get("/wiki/api/v2/{collection}/{id}")]
    Task<PageDto> GetNodeAsync(string collection, string id, CancellationToken cancellationToken = default);

    /// <summary>The ancestors of a folder, whiteboard, database or smart link, the outermost first.</summary>
    /// <param name="collection"><c>pages</c>, <c>folders</c>, <c>whiteboards</c>, <c>databases</c> or <c>embeds</c>.</param>
    /// <param name="id">The content.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The ancestors; if there are more, ask again with the first one's id.</returns>
    [Get("/wiki/api/v2/{collection}/{id}/ancestors")]
    Task<ListDto<NodeDto>> GetNodeAncestorsAsync(string collection, string id, int limit, CancellationToken cancellationToken = default);

    /// <summary>A page or blog post that is not current.</summary>
    /// <param name="container"><c>pages</c> or <c>blogposts</c>.</param>
    /// <param name="id">Its numeric id.</param>
    /// <param name="status">The states that count, for example <c>draft</c> and <c>trashed</c>.</param>
    /// <param name="bodyFormat"><c>storage</c>, or null for no body.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page with its labels.</returns>
    [Get("/wiki/api/v2/{container}/{id}?include-labels=true")]
    Task<PageDto> GetOfStatusAsync(string container, string id, [Query(CollectionFormat.Multi)] IReadOnlyList<string> status, [AliasAs("body-format")] string? bodyFormat, CancellationToken cancellationToken = default);
}
