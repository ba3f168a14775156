using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceCloudApi
{
    /// <summary>The comments that begin a thread on a page or blog post.</summary>
    /// <param name="container"><c>pages</c> or <c>blogposts</c>.</param>
    /// <param name="id">The page or blog post.</param>
    /// <param name="kind"><c>footer-comments</c> or <c>inline-comments</c>.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of comments.</returns>
    [Get("/wiki/api/v2/{container}/{id}/{kind}?body-format=storage")]
    Task<ListDto<CommentDto>> GetCommentsAsync(string container, string id, string kind, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>The direct replies to a comment.</summary>
    /// <param name="kind"><c>footer-comments</c> or <c>inline-comments</c>.</param>
    /// <param name="id">The comment.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of comments.</returns>
    [Get("/wiki/api/v2/{kind}/{id}/children?body-format=storage")]
    Task<ListDto<CommentDto>> GetRepliesAsync(string kind, string id, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>One version of a comment.</summary>
    /// <param name="kind"><c>footer-comments</c> or <c>inline-comments</c>.</param>
    /// <param name="id">The comment.</param>
    /// <param name="number">The version, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Who made it and when.</returns>
    [Get("/wiki/api/v2/{kind}/{id}/versions/{number}")]
    Task<VersionDto> GetCommentVersionAsync(string kind, string id, int number, CancellationToken cancellationToken = default);
}
