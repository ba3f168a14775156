using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceCloudApi
{
    /// <summary>The versions of a page or blog post, the newest first.</summary>
    /// <param name="container"><c>pages</c> or <c>blogposts</c>.</param>
    /// <param name="id">The page or blog post.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of versions.</returns>
    [Get("/wiki/api/v2/{container}/{id}/versions?sort=-modified-date")]
    Task<ListDto<VersionDto>> GetVersionsAsync(string container, string id, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>A page or blog post as it was in one version.</summary>
    /// <param name="container"><c>pages</c> or <c>blogposts</c>.</param>
    /// <param name="id">The page or blog post.</param>
    /// <param name="version">The number of the version.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page with its body in storage format and the labels of now.</returns>
    [Get("/wiki/api/v2/{container}/{id}?body-format=storage&include-labels=true")]
    Task<PageDto> GetVersionAsync(string container, string id, int version, CancellationToken cancellationToken = default);
}
