using Navo.Integrations.SharePoint.Api.Wire;
using Refit;

namespace Navo.Integrations.SharePoint.Api;

internal partial interface IGraphApi
{
    /// <summary>The groups of the directory. <see href="https://learn.microsoft.com/graph/api/group-list"/>.</summary>
    [Get("/groups")]
    Task<GraphListDto<DirectoryObjectDto>> GetGroupsAsync([AliasAs("$select")] string select, [AliasAs("$top")] int top, CancellationToken cancellationToken);

    [Get("/groups/{group}")]
    Task<DirectoryObjectDto> GetGroupAsync(string group, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    /// <summary>All users, groups and others below a group. <see href="https://learn.microsoft.com/graph/api/group-list-transitivemembers"/>.</summary>
    [Get("/groups/{group}/transitiveMembers")]
    Task<GraphListDto<DirectoryObjectDto>> GetTransitiveMembersAsync(string group, [AliasAs("$select")] string select, [AliasAs("$top")] int top, CancellationToken cancellationToken);
}
