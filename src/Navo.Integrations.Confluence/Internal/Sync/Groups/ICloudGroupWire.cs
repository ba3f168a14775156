using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>The groups of Cloud. <see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/"/>.</summary>
internal interface ICloudGroupWire
{
    [Get("/wiki/rest/api/group?limit=50")]
    Task<ListDto<GroupDto>> ListAsync(string? start, CancellationToken cancellationToken);

    [Get("/wiki/rest/api/group/by-id")]
    Task<GroupDto> FindAsync(string id, CancellationToken cancellationToken);

    [Get("/wiki/rest/api/group/{groupId}/membersByGroupId?limit=200")]
    Task<ListDto<UserDto>> ListMembersAsync(string groupId, int start, CancellationToken cancellationToken);
}
