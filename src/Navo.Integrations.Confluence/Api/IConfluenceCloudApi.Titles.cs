using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceCloudApi
{
    /// <summary>The current pages of a title in a space.</summary>
    /// <param name="spaceId">The numeric id of the space.</param>
    /// <param name="title">The title.</param>
    /// <param name="limit">Pages an answer, 1 to 250.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Those that are visible.</returns>
    [Get("/wiki/api/v2/pages?status=current")]
    Task<ListDto<PageDto>> GetPagesOfTitleAsync([AliasAs("space-id")] string spaceId, string title, int limit, CancellationToken cancellationToken = default);
}
