using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceDataCenterApi
{
    /// <summary>The comments on a content with all replies, in no order that says who replies to whom.</summary>
    /// <param name="id">The content.</param>
    /// <param name="limit">Items a page; the server may lower it.</param>
    /// <param name="start">From the <c>next</c> link of the page before.</param>
    /// <param name="expand">Comma-separated members.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of comments.</returns>
    [Get("/rest/api/content/{id}/child/comment?location=footer&location=inline&location=resolved&depth=all")]
    Task<ListDto<ContentDto>> GetCommentsAsync(string id, int limit, string? start, string? expand, CancellationToken cancellationToken = default);
}
