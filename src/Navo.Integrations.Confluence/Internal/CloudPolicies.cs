using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// Reads the view policy of a content of Cloud: one clause for the space, one for each restricted ancestor, one for the item if restricted. Cloud's decisions do not
/// rest on it, as Cloud makes them itself: it is what an index keeps, and what explains a decision.
/// </summary>
internal sealed class CloudPolicies(IConfluenceCloudApi api, TimeProvider time)
{
    private const int RestrictionPageSize = 100;
    private const int GroupPageSize = 200;

    private readonly RestrictionClauses _restrictions = new((id, start, token) => api.GetReadRestrictionAsync(id, start, RestrictionPageSize, token), PrincipalsOf, PrincipalsOf);

    public async Task<AccessPolicy> ReadAsync(ContentMetadata page, SpacePermissions space, CancellationToken cancellationToken)
    {
        Task<AccessClause?>[] restrictions =
        [
            .. page.Ancestors.Select(a => _restrictions.OfAncestorAsync(a.Id.Value, a.Title, cancellationToken)),
            _restrictions.OfItemAsync(page.Id.Value, page.Title, cancellationToken),
        ];
        AccessClause?[] clauses = [SpaceClause(space), .. await Task.WhenAll(restrictions).ConfigureAwait(false)];
        return new() { Clauses = [.. clauses.OfType<AccessClause>()], Version = page.Version, ReadAt = time.GetUtcNow() };
    }

    /// <summary>The user and the groups of the user; groups of Cloud hold no groups.</summary>
    public async Task<IReadOnlySet<AccessPrincipal>> PrincipalsOfAsync(PrincipalId user, CancellationToken cancellationToken)
    {
        HashSet<AccessPrincipal> principals = [new(AccessPrincipalKind.User, user)];
        IAsyncEnumerable<GroupDto> groups = PagedList.WalkAsync("start", (start, token) => api.GetGroupsOfAsync(user.Value, GroupPageSize, start, token), cancellationToken);
        await foreach (GroupDto group in groups.ConfigureAwait(false))
        {
            principals.UnionWith(PrincipalsOf(group));
        }

        return principals;
    }

    private static AccessClause SpaceClause(SpacePermissions permissions) => new()
    {
        Source = AccessClauseSource.Container,
        SourceId = permissions.Space.Key,
        SourceName = permissions.Space.Name,
        Principals = [.. permissions.Grants.Where(static grant => grant.IsView).SelectMany(PrincipalsOf).Distinct()],
    };

    private static IEnumerable<AccessPrincipal> PrincipalsOf(SpacePermissionGrant grant) => grant switch
    {
        { Holder: SpacePermissionHolder.Anonymous } => [AccessPrincipal.Anonymous],
        { Holder: SpacePermissionHolder.SignedIn } => [AccessPrincipal.EveryoneSignedIn],
        { Holder: SpacePermissionHolder.LicensedUsers, HolderId: { Length: > 0 } all } => [Group(all)],
        { Holder: SpacePermissionHolder.Group, HolderId: { Length: > 0 } group } => [Group(group)],
        { Holder: SpacePermissionHolder.User, HolderId: { Length: > 0 } user } => [new(AccessPrincipalKind.User, new(PrincipalSchemes.AtlassianAccount, user))],
        _ => [],
    };

    private static AccessPrincipal Group(string id) => new(AccessPrincipalKind.Group, new(PrincipalSchemes.ConfluenceGroup, id));

    private static IEnumerable<AccessPrincipal> PrincipalsOf(GroupDto group) => group.Id is { Length: > 0 } id ? [Group(id)] : [];

    private static IEnumerable<AccessPrincipal> PrincipalsOf(UserDto user) =>
        user.AccountId is { Length: > 0 } id ? [new(AccessPrincipalKind.User, new(PrincipalSchemes.AtlassianAccount, id))] : [];
}
