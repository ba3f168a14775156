using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Reads the view policy of a content of Data Center: one clause for the space, one for each restricted ancestor, one for the item if restricted.</summary>
/// <remarks>
/// <see href="https://confluence.atlassian.com/doc/page-restrictions-139414.html"/>: a reader needs the space permission and must pass every restriction above the page.
/// </remarks>
internal sealed class DataCenterPolicies(IConfluenceDataCenterApi api, InnerReads reads, TimeProvider time)
{
    private const int PageSize = 200;

    public static AccessPrincipal Group(string name) => new(AccessPrincipalKind.Group, new(PrincipalSchemes.ConfluenceGroup, name));

    /// <summary>A user under each id that the source names; none when it names none.</summary>
    public static IEnumerable<AccessPrincipal> PrincipalsOf(UserDto user) => PrincipalsOf(user.UserKey, user.Username);

    public async Task<AccessPolicy> ReadAsync(ContentId id, CancellationToken cancellationToken)
    {
        ContentDto content = await api.GetContentAsync(id.Value, "space,ancestors", cancellationToken).ConfigureAwait(false);
        string space = Required.Member(content.Space?.Key, "space.key");
        IReadOnlyList<ContentDto> ancestors = Required.Member(content.Ancestors, "ancestors");
        Task<AccessClause> spaceClause = reads.PermissionAsync("space", space, token => SpaceClauseAsync(space, token), cancellationToken);
        Task<AccessClause?>[] restrictions =
        [
            .. ancestors.Select(a => AncestorRestrictionAsync(Required.Member(a.Id, "ancestors[].id"), cancellationToken)),
            RestrictionAsync(AccessClauseSource.Item, id.Value, cancellationToken),
        ];
        AccessClause?[] clauses = [await spaceClause.ConfigureAwait(false), .. await Task.WhenAll(restrictions).ConfigureAwait(false)];
        return new() { Clauses = [.. clauses.OfType<AccessClause>()], ReadAt = time.GetUtcNow() };
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

    /// <summary>An ancestor that can't be read is not one without restrictions: it leaves the policy unreadable.</summary>
    private async Task<AccessClause?> AncestorRestrictionAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await RestrictionAsync(AccessClauseSource.Ancestor, id, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            throw new PermissionException("The restrictions of an ancestor can't be read.");
        }
    }

    /// <summary>
    /// Who may view one content as such; null when it is not restricted. The nested lists carry no link, so both are read on until the server has no more,
    /// from the number of entries that it really delivered.
    /// </summary>
    private async Task<AccessClause?> RestrictionAsync(AccessClauseSource source, string id, CancellationToken cancellationToken)
    {
        List<AccessPrincipal> principals = [];
        bool isRestricted = false;
        for (int start = 0; ;)
        {
            RestrictionDto answer = await api.GetReadRestrictionAsync(id, start, PageSize, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<UserDto> users = Required.Member(answer.Restrictions?.User?.Results, "restrictions.user.results");
            IReadOnlyList<GroupDto> groups = Required.Member(answer.Restrictions?.Group?.Results, "restrictions.group.results");
            int delivered = Math.Max(users.Count, groups.Count);
            if (delivered == 0)
            {
                return isRestricted ? new() { Source = source, SourceId = id, Principals = principals } : null;
            }

            isRestricted = true;
            principals.AddRange(users.SelectMany(PrincipalsOf));
            principals.AddRange(groups.Select(g => g.Name).OfType<string>().Where(n => n.Length > 0).Select(Group));
            start += delivered;
            RefuseEndless(start);
        }
    }

    private static void RefuseEndless(int start)
    {
        if (start > 100_000)
        {
            throw new ProtocolException("The list of a restriction does not end.");
        }
    }
}
