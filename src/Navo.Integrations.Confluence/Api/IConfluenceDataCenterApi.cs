using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

/// <summary>
/// The wire of Confluence Data Center, read-only but for webhooks. Paths are relative to the instance's base address with its context path.
/// It carries DTOs and no decisions: nothing here is trimmed to a reader.
/// </summary>
/// <remarks>
/// <see href="https://developer.atlassian.com/server/confluence/rest/"/>.
/// Failures arrive as the family of <see cref="Abstractions.IntegrationException"/>; an answer that is not the promised JSON as <see cref="System.Text.Json.JsonException"/>.
/// </remarks>
[Headers("Accept: application/json")]
public partial interface IConfluenceDataCenterApi
{
    /// <summary>Searches by CQL.</summary>
    /// <param name="cql">The query.</param>
    /// <param name="limit">Hits a page; the server may lower it.</param>
    /// <param name="start">From the <c>next</c> link of the page before.</param>
    /// <param name="expand">Comma-separated members of the hits' content.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of hits.</returns>
    [Get("/rest/api/search")]
    Task<SearchResultsDto> SearchAsync(string cql, int limit, string? start, string? expand, CancellationToken cancellationToken = default);

    /// <summary>A content.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="expand">Comma-separated members.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The content.</returns>
    [Get("/rest/api/content/{id}")]
    Task<ContentDto> GetContentAsync(string id, string? expand, CancellationToken cancellationToken = default);

    /// <summary>The children of a content, of one type.</summary>
    /// <param name="id">The content.</param>
    /// <param name="type"><c>page</c>, <c>comment</c> or <c>attachment</c>.</param>
    /// <param name="limit">Items a page; the server may lower it.</param>
    /// <param name="start">From the <c>next</c> link of the page before.</param>
    /// <param name="expand">Comma-separated members.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of children.</returns>
    [Get("/rest/api/content/{id}/child/{type}")]
    Task<ListDto<ContentDto>> GetChildrenAsync(string id, string type, int limit, string? start, string? expand, CancellationToken cancellationToken = default);

    /// <summary>The labels of a content.</summary>
    /// <param name="id">The content.</param>
    /// <param name="limit">Items a page.</param>
    /// <param name="start">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of labels.</returns>
    [Get("/rest/api/content/{id}/label")]
    Task<ListDto<LabelDto>> GetLabelsAsync(string id, int limit, string? start, CancellationToken cancellationToken = default);

    /// <summary>Who a content's own reading is restricted to, without what it inherits.</summary>
    /// <param name="id">The content.</param>
    /// <param name="start">The offset into both lists.</param>
    /// <param name="limit">Entries of each list.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Users and groups; both empty means unrestricted.</returns>
    [Get("/rest/api/content/{id}/restriction/byOperation/read?expand=restrictions.user,restrictions.group")]
    Task<RestrictionDto> GetReadRestrictionAsync(string id, int start, int limit, CancellationToken cancellationToken = default);

    /// <summary>Who may do what in a space. From version 9.1; for administrators of the space.</summary>
    /// <param name="key">The space.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>All permissions.</returns>
    [Get("/rest/api/space/{key}/permissions")]
    Task<IReadOnlyList<SpacePermissionDto>> GetSpacePermissionsAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Spaces.</summary>
    /// <param name="keys">Keys to stay within; null for all.</param>
    /// <param name="limit">Items a page; the server may lower it.</param>
    /// <param name="start">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of spaces.</returns>
    [Get("/rest/api/space")]
    Task<ListDto<SpaceDto>> GetSpacesAsync([AliasAs("spaceKey"), Query(CollectionFormat.Multi)] IReadOnlyList<string>? keys, int limit, string? start, CancellationToken cancellationToken = default);

    /// <summary>The groups of a user, nested ones included.</summary>
    /// <param name="username">The user name, or null.</param>
    /// <param name="key">The user key, or null.</param>
    /// <param name="limit">Items a page.</param>
    /// <param name="start">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of groups.</returns>
    [Get("/rest/api/user/memberof")]
    Task<ListDto<GroupDto>> GetGroupsOfAsync(string? username, string? key, int limit, string? start, CancellationToken cancellationToken = default);

    /// <summary>A user.</summary>
    /// <param name="username">The user name, or null.</param>
    /// <param name="key">The user key, or null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The user.</returns>
    [Get("/rest/api/user")]
    Task<UserDto> GetUserAsync(string? username, string? key, CancellationToken cancellationToken = default);

    /// <summary>The account whose credentials are in use; a wrong token may be served as anonymous.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The user.</returns>
    [Get("/rest/api/user/current")]
    Task<UserDto> GetCurrentUserAsync(CancellationToken cancellationToken = default);

    /// <summary>The version of the instance.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The version.</returns>
    [Get("/rest/api/server-information")]
    Task<ServerInformationDto> GetServerInformationAsync(CancellationToken cancellationToken = default);
}
