using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Internal;
using Refit;

namespace Navo.Integrations.SharePoint.Api;

/// <summary>
/// The hot paths of Microsoft Graph v1.0, read-only but for subscriptions. It carries DTOs and no decisions: nothing here is trimmed to a reader. Lists give their first page;
/// the pages after it are followed by <see cref="GraphPages"/>. The largest answers come as streams for <see cref="GraphPages.ReadAsync{T}"/>: Refit copies the body of a typed one.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/overview"/>. Wide and rare shapes go through <c>GraphServiceClient</c>.</remarks>
[Headers("Accept: application/json")]
internal partial interface IGraphApi
{
    [Get("/drives/{drive}")]
    Task<DriveDto> GetDriveAsync(string drive, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Get("/drives/{drive}/items/{item}")]
    Task<DriveItemDto> GetItemAsync(string drive, string item, [AliasAs("$select")] string select, [AliasAs("$expand")] string? expand, CancellationToken cancellationToken);

    [Get("/drives/{drive}/root")]
    Task<DriveItemDto> GetRootAsync(string drive, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Get("/drives/{drive}/root/delta")]
    Task<Stream> GetDeltaAsync(string drive, [AliasAs("$select")] string select, [AliasAs("$top")] int top, CancellationToken cancellationToken);

    /// <summary>The feed of changes, of everything where there is no token. The header leaves out folders above of what has changed.</summary>
    [Get("/drives/{drive}/root/delta")]
    [Headers("deltaExcludeParent: true")]
    Task<Stream> GetChangesAsync(
        string drive,
        string? token,
        [AliasAs("$select")] string select,
        [AliasAs("$top")] int top,
        [Header("Prefer")] string prefer,
        [Property(ResyncAddress.Key)] ResyncAddress resync,
        CancellationToken cancellationToken);

    [Get("/drives/{drive}/items/{item}/children")]
    Task<Stream> GetChildrenAsync(string drive, string item, [AliasAs("$select")] string select, [AliasAs("$top")] int top, CancellationToken cancellationToken);

    [Get("/drives/{drive}/items/{item}/permissions")]
    Task<GraphListDto<PermissionDto>> GetPermissionsAsync(string drive, string item, CancellationToken cancellationToken);

    [Get("/drives/{drive}/items/{item}/versions")]
    Task<GraphListDto<VersionDto>> GetVersionsAsync(string drive, string item, CancellationToken cancellationToken);

    [Get("/drives/{drive}/items/{item}/analytics/allTime")]
    Task<ActivityStatDto> GetAllTimeActivityAsync(string drive, string item, CancellationToken cancellationToken);

    [Get("/drives/{drive}/items/{item}/analytics/lastSevenDays")]
    Task<ActivityStatDto> GetRecentActivityAsync(string drive, string item, CancellationToken cancellationToken);

    [Get("/drives/{drive}/items/{item}/getActivitiesByInterval(startDateTime='{start}',endDateTime='{end}',interval='{interval}')")]
    Task<GraphListDto<ActivityStatDto>> GetActivitiesAsync(string drive, string item, string start, string end, string interval, CancellationToken cancellationToken);

    [Post("/search/query")]
    Task<Stream> SearchAsync([Body] SearchRequestsDto request, CancellationToken cancellationToken);

    [Post("/$batch")]
    Task<BatchResponseDto> BatchAsync([Body] BatchRequestDto request, [Property(ResourceUnits.Key)] int units, CancellationToken cancellationToken);

    [Get("/users/{user}")]
    Task<UserDto> GetUserAsync(string user, [AliasAs("$select")] string select, CancellationToken cancellationToken);

    [Post("/users/{user}/checkMemberGroups")]
    Task<GraphListDto<string>> CheckMemberGroupsAsync(string user, [Body] GroupIdsDto groups, CancellationToken cancellationToken);
}
