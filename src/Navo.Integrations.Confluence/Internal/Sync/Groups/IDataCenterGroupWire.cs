using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>The groups of Data Center; members for administrators only. <see href="https://developer.atlassian.com/server/confluence/rest/"/>.</summary>
internal interface IDataCenterGroupWire
{
    [Get("/rest/api/group?limit=50")]
    Task<ListDto<GroupDto>> ListAsync(string? start, CancellationToken cancellationToken);

    [Get("/rest/api/group/{groupName}")]
    Task<GroupDto> FindAsync(string groupName, CancellationToken cancellationToken);

    [Get("/rest/api/group/{groupName}/member?limit=200")]
    Task<ListDto<UserDto>> ListMembersAsync(string groupName, int start, CancellationToken cancellationToken);

    /// <summary>The groups that lie in a group.</summary>
    [Get("/rest/api/group/{groupName}/groupmember?limit=200")]
    Task<ListDto<GroupDto>> ListGroupsAsync(string groupName, int start, CancellationToken cancellationToken);
}
