using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

/// <summary>
/// The wire of Confluence Cloud, read-only: v1 for search and permission checks, v2 for content. Paths are relative to the site, or to the gateway
/// with the cloud id. It carries DTOs and no decisions: nothing here is trimmed to a reader.
/// </summary>
/// <remarks>
/// <see href="https://developer.atlassian.com/cloud/confluence/rest/v1/"/> and <see href="https://developer.atlassian.com/cloud/confluence/rest/v2/"/>.
/// Failures arrive as the family of <see cref="Abstractions.IntegrationException"/>; an answer that is not the promised JSON as <see cref="System.Text.Json.JsonException"/>.
/// </remarks>
[Headers("Accept: application/json")]
public partial interface IConfluenceCloudApi
{
    /// <summary>Searches by CQL.</summary>
    /// <param name="cql">The query.</param>
    /// <param name="limit">Hits a page; the server may lower it.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="expand">Comma-separated members of the hits' content.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of hits.</returns>
    [Get("/wiki/rest/api/search")]
    Task<SearchResultsDto> SearchAsync(string cql, int limit, string? cursor, string? expand, CancellationToken cancellationToken = default);

    /// <summary>The account whose credentials are in use.</summary>
    /// <param name="expand">For example <c>operations</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The user.</returns>
    [Get("/wiki/rest/api/user/current")]
    Task<UserDto> GetCurrentUserAsync(string? expand, CancellationToken cancellationToken = default);

    /// <summary>Whether a user or group may do something with a content, with everything inherited.</summary>
    /// <param name="id">The content.</param>
    /// <param name="request">Who and what.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The answer.</returns>
    [Post("/wiki/rest/api/content/{id}/permission/check")]
    Task<PermissionCheckDto> CheckPermissionAsync(string id, [Body] PermissionCheckRequestDto request, CancellationToken cancellationToken = default);

    /// <summary>A page.</summary>
    /// <param name="id">Its numeric id.</param>
    /// <param name="bodyFormat"><c>storage</c>, or null for no body.</param>
    /// <param name="includeLabels"><c>true</c> to include labels, or null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page.</returns>
    [Get("/wiki/api/v2/pages/{id}")]
    Task<PageDto> GetPageAsync(string id, [AliasAs("body-format")] string? bodyFormat, [AliasAs("include-labels")] string? includeLabels, CancellationToken cancellationToken = default);

    /// <summary>A blog post.</summary>
    /// <param name="id">Its numeric id.</param>
    /// <param name="bodyFormat"><c>storage</c>, or null for no body.</param>
    /// <param name="includeLabels"><c>true</c> to include labels, or null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The blog post.</returns>
    [Get("/wiki/api/v2/blogposts/{id}")]
    Task<PageDto> GetBlogPostAsync(string id, [AliasAs("body-format")] string? bodyFormat, [AliasAs("include-labels")] string? includeLabels, CancellationToken cancellationToken = default);

    /// <summary>Pages by their ids.</summary>
    /// <param name="ids">The ids, 1 to 250.</param>
    /// <param name="limit">Pages an answer, 1 to 250.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Those that are visible.</returns>
    [Get("/wiki/api/v2/pages")]
    Task<ListDto<PageDto>> GetPagesAsync([AliasAs("id"), Query(CollectionFormat.Multi)] IReadOnlyList<string> ids, int limit, CancellationToken cancellationToken = default);

    /// <summary>The types of contents whose ids are known.</summary>
    /// <param name="request">The ids.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The type of each.</returns>
    [Post("/wiki/api/v2/content/convert-ids-to-types")]
    Task<ContentTypesDto> GetContentTypesAsync([Body] ContentIdsDto request, CancellationToken cancellationToken = default);

    /// <summary>The children of a page.</summary>
    /// <param name="id">The page.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of children.</returns>
    [Get("/wiki/api/v2/pages/{id}/direct-children")]
    Task<ListDto<NodeDto>> GetChildrenAsync(string id, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>The labels of a page.</summary>
    /// <param name="id">The page.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of labels.</returns>
    [Get("/wiki/api/v2/pages/{id}/labels")]
    Task<ListDto<LabelDto>> GetPageLabelsAsync(string id, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>The labels of a blog post.</summary>
    /// <param name="id">The blog post.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of labels.</returns>
    [Get("/wiki/api/v2/blogposts/{id}/labels")]
    Task<ListDto<LabelDto>> GetBlogPostLabelsAsync(string id, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>The attachments of a page.</summary>
    /// <param name="id">The page.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of attachments.</returns>
    [Get("/wiki/api/v2/pages/{id}/attachments")]
    Task<ListDto<AttachmentDto>> GetPageAttachmentsAsync(string id, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>The attachments of a blog post.</summary>
    /// <param name="id">The blog post.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of attachments.</returns>
    [Get("/wiki/api/v2/blogposts/{id}/attachments")]
    Task<ListDto<AttachmentDto>> GetBlogPostAttachmentsAsync(string id, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>A space.</summary>
    /// <param name="id">Its numeric id.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The space.</returns>
    [Get("/wiki/api/v2/spaces/{id}")]
    Task<SpaceDto> GetSpaceAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Spaces.</summary>
    /// <param name="keys">Keys to stay within, at most 250; null for all.</param>
    /// <param name="status"><c>current</c>, <c>archived</c> or null for both.</param>
    /// <param name="limit">1 to 250.</param>
    /// <param name="cursor">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of spaces.</returns>
    [Get("/wiki/api/v2/spaces")]
    Task<ListDto<SpaceDto>> GetSpacesAsync([Query(CollectionFormat.Multi)] IReadOnlyList<string>? keys, string? status, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>Users by their account ids.</summary>
    /// <param name="request">The ids.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Those that are visible.</returns>
    [Post("/wiki/api/v2/users-bulk")]
    Task<ListDto<UserDto>> GetUsersAsync([Body] AccountIdsDto request, CancellationToken cancellationToken = default);
}
