using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceCloudApi
{
    /// <summary>Counts the views of a content. <see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-analytics/"/>.</summary>
    /// <param name="contentId">The content.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The number of views since the content was made.</returns>
    [Get("/wiki/rest/api/analytics/content/{contentId}/views")]
    Task<ViewsDto> GetViewsAsync(string contentId, CancellationToken cancellationToken = default);
}
