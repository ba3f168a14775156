using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceDataCenterApi
{
    /// <summary>The current pages of a title in a space.</summary>
    /// <param name="spaceKey">The key of the space.</param>
    /// <param name="title">The title.</param>
    /// <param name="limit">Pages an answer; the server may lower it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Those that are visible.</returns>
    [Get("/rest/api/content?type=page")]
    Task<ListDto<ContentDto>> GetPagesOfTitleAsync(string spaceKey, string title, int limit, CancellationToken cancellationToken = default);
}
