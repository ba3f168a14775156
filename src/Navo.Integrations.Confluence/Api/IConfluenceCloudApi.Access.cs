using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceCloudApi
{
    /// <summary>Reads who may view a content as such. <see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content-restrictions/"/>.</summary>
    /// <param name="id">The content.</param>
    /// <param name="start">The first entry of both lists.</param>
    /// <param name="limit">1 to 100 entries.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The restriction; both lists empty when there is none.</returns>
    [Get("/wiki/rest/api/content/{id}/restriction/byOperation/read?expand=restrictions.user,restrictions.group")]
    Task<RestrictionDto> GetReadRestrictionAsync(string id, int start, int limit, CancellationToken cancellationToken = default);

    /// <summary>Lists the groups of a user. <see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/"/>.</summary>
    /// <param name="accountId">The user.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="start">The first; null for the beginning.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of groups.</returns>
    [Get("/wiki/rest/api/user/memberof")]
    Task<ListDto<GroupDto>> GetGroupsOfAsync(string accountId, int limit, string? start, CancellationToken cancellationToken = default);
}
