using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Reads the view policy of a content of Data Center: one clause for the space, one for each restricted ancestor, one for the item if restricted.
/// What hangs on a page, as comments and attachments do, has no restrictions of its own and the policy of that page.</summary>
/// <remarks>
/// <see href="https://confluence.atlassian.com/doc/page-restrictions-139414.html"/>: a reader needs the space permission and must pass every restriction above the page.
/// </remarks>
internal sealed class DataCenterPolicies(IConfluenceDataCenterApi api, InnerReads reads, TimeProvider time)
{
    private const int PageSize = 200;
    private const string PageType = "page";
    private const string BlogPostType = "blogpost";

    private readonly RestrictionClauses _restrictions = new(
        (id, start, token) => api.GetReadRestrictionAsync(id, start, PageSize, token),
        PrincipalsOf,
        static group => group.Name is { Length: > 0 } known ? [Group(known)] : []);

    public static AccessPrincipal Group(string name) => new(AccessPrincipalKind.Group, new(PrincipalSchemes.ConfluenceGroup, name));

    /// <summary>A user under each id that the source names; none when it names none.</summary>
    public static IEnumerable<AccessPrincipal> PrincipalsOf(UserDto user) => PrincipalsOf(user.UserKey, user.Username);

    public async Task<AccessPolicy> ReadAsync(ContentId id, CancellationToken cancellationToken)
    {
        ContentDto content = await ReadContentAsync(id, cancellationToken).ConfigureAwait(false);
        return content.Type is PageType or BlogPostType
            ? await ReadTreeAsync(id, content, cancellationToken).ConfigureAwait(false)
            : await ReadContainerAsync(content.Container, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is archived is as visible as it was before. Drafts and what is in the bin are nobody's but the service's.</summary>
    private async Task<ContentDto> ReadContentAsync(ContentId id, CancellationToken cancellationToken)
    {
        ContentDto content = await api.FindContentAsync(id, "space,ancestors,container,version", cancellationToken).ConfigureAwait(false);
        return content.Status is null or "current" or "archived" ? content : throw ReaderGate.AbsentOrNotVisible(id);
    }

    private async Task<AccessPolicy> ReadContainerAsync(ContentDto? container, CancellationToken cancellationToken)
    {
        if (container is not { Id: { Length: > 0 } page, Type: PageType or BlogPostType })
        {
            throw new PermissionException("What the content hangs on is not named, so its restrictions can't be read.");
        }

        try
        {
            return await reads.PolicyAsync(new(page), token => ReadAsync(new(page), token), cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            throw new PermissionException("The restrictions of the page that the content hangs on can't be read.");
        }
    }

    private async Task<AccessPolicy> ReadTreeAsync(ContentId id, ContentDto content, CancellationToken cancellationToken)
    {
        string space = Required.Member(content.Space?.Key, "space.key");
        IReadOnlyList<ContentDto> ancestors = Required.Member(content.Ancestors, "ancestors");
        Task<AccessClause> spaceClause = reads.PermissionAsync("space", space, token => SpaceClauseAsync(space, token), cancellationToken);
        Task<AccessClause?>[] restrictions =
        [
            .. ancestors.Select(a => _restrictions.OfAncestorAsync(Required.Member(a.Id, "ancestors[].id"), a.Title, cancellationToken)),
            _restrictions.OfItemAsync(id.Value, content.Title, cancellationToken),
        ];
        AccessClause?[] clauses = [await spaceClause.ConfigureAwait(false), .. await Task.WhenAll(restrictions).ConfigureAwait(false)];
        return new() { Clauses = [.. clauses.OfType<AccessClause>()], Version = content.Version?.Number?.ToString(CultureInfo.InvariantCulture), ReadAt = time.GetUtcNow() };
    }

    private async Task<AccessClause> SpaceClauseAsync(string key, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpacePermissionDto> permissions = await api.GetSpacePermissionsAsync(key, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Source = AccessClauseSource.Container,
            SourceId = key,
            Principals = [.. permissions.Where(IsView).SelectMany(p => PrincipalsOf(p.Subject))],
        };
    }

    private static bool IsView(SpacePermissionDto permission) =>
        permission.Operation is { OperationKey: "read", TargetType: "space" };

    private static IEnumerable<AccessPrincipal> PrincipalsOf(SpaceSubjectDto? subject) => subject?.Type switch
    {
        "anonymous" => [AccessPrincipal.Anonymous],
        "group" => (subject.Name ?? subject.DisplayName) is { Length: > 0 } name ? [Group(name)] : [],
        "user" or "known" => PrincipalsOf(subject.UserKey, subject.Username),
        _ => [],
    };

    private static IEnumerable<AccessPrincipal> PrincipalsOf(string? userKey, string? username)
    {
        if (userKey is { Length: > 0 })
        {
            yield return new(AccessPrincipalKind.User, new(PrincipalSchemes.ConfluenceUserKey, userKey));
        }

        if (username is { Length: > 0 })
        {
            yield return new(AccessPrincipalKind.User, new(PrincipalSchemes.ConfluenceUsername, username));
        }
    }
}
