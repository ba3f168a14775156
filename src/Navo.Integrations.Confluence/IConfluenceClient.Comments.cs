using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

public partial interface IConfluenceClient
{
    /// <summary>Lists the comments on a page or blog post, footer and inline, resolved ones too, to the end.</summary>
    /// <param name="id">The page or blog post.</param>
    /// <param name="reader">On whose behalf; comments are as visible as what they hang on.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The comments by thread: each thread by its beginning, the oldest first, followed by its replies in depth.</returns>
    /// <exception cref="NotFoundException">The page is absent, or not visible to the reader, or outside the configured spaces.</exception>
    /// <exception cref="InvalidQueryException">The id belongs to neither a page nor a blog post.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>. Comments are given only once all are read.</exception>
    /// <remarks>
    /// Cloud is asked once for each comment for its replies; see
    /// <see href="https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-comment/"/>.
    /// </remarks>
    IAsyncEnumerable<ContentComment> GetCommentsAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default);
}
