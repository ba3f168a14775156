using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Holds a policy against a user. A "no" is given only where everybody whom the policy names is known; else it is unknown.</summary>
internal sealed class PolicyJudge(SharePointReaders readers, Func<SharePointSettings> current, Func<bool> seesPartOnly)
{
    private const string Remedy =
        "Graph does not list the members of a site group: register them with UseSiteGroupResolver, call UseUserAssertions so that Graph decides itself, or grant access to Entra groups.";

    public async Task<(PermissionReason Reason, string? Detail)> JudgeAsync(AccessPolicy policy, SharePointReader user, CancellationToken cancellationToken)
    {
        HashSet<AccessPrincipal> principals = [.. user.Own()];
        if (PolicyEvaluator.IsSatisfied(policy, principals, out _))
        {
            return (PermissionReason.Granted, null);
        }

        List<string> unresolved = await AddMembershipsAsync(policy, user, principals, cancellationToken).ConfigureAwait(false);
        if (PolicyEvaluator.IsSatisfied(policy, principals, out AccessClause? denying))
        {
            return (PermissionReason.Granted, null);
        }

        return unresolved.Count > 0 ? (PermissionReason.MembershipUnreadable, $"Not known is who belongs to: {string.Join("; ", unresolved.Take(5))}. {Remedy}")
            : seesPartOnly() ? (PermissionReason.CheckNotPermitted, "The configured token is a user's, who is shown only the permissions that concern that user.")
            : (PolicyEvaluator.ReasonOf(denying), null);
    }

    /// <summary>Everybody whom the reader is: the principals of a policy to which the reader belongs, and the reader's own.</summary>
    public async Task<IReadOnlySet<AccessPrincipal>> PrincipalsAsync(AccessPolicy policy, SharePointReader user, CancellationToken cancellationToken)
    {
        HashSet<AccessPrincipal> principals = [.. user.Own()];
        await AddMembershipsAsync(policy, user, principals, cancellationToken).ConfigureAwait(false);
        return principals;
    }

    private async Task<List<string>> AddMembershipsAsync(AccessPolicy policy, SharePointReader user, HashSet<AccessPrincipal> principals, CancellationToken cancellationToken)
    {
        List<string> unresolved = [];
        Dictionary<AccessPrincipal, IReadOnlyList<AccessPrincipal>> siteGroups = [];
        AccessPrincipal[] named = [.. policy.Clauses.SelectMany(clause => clause.Principals).Distinct()];
        foreach (AccessPrincipal group in named.Where(principal => principal.Kind == AccessPrincipalKind.SiteGroup))
        {
            if (await MembersAsync(group, cancellationToken).ConfigureAwait(false) is { } members)
            {
                siteGroups[group] = members;
            }
            else
            {
                unresolved.Add(group.Id.ToString());
            }
        }

        IEnumerable<string> groups = named.Concat(siteGroups.Values.SelectMany(members => members))
            .Where(principal => principal is { Kind: AccessPrincipalKind.Group, Id.Scheme: PrincipalSchemes.EntraObject })
            .Select(principal => principal.Id.Value.ToLowerInvariant());
        IReadOnlySet<string> joined = await readers.GroupsAsync(user, groups, cancellationToken).ConfigureAwait(false);
        principals.UnionWith(joined.Select(id => Claims.Entra(AccessPrincipalKind.Group, id)));
        principals.UnionWith(siteGroups.Where(group => group.Value.Any(principals.Contains)).Select(group => group.Key).ToArray());
        return unresolved;
    }

    private async Task<IReadOnlyList<AccessPrincipal>?> MembersAsync(AccessPrincipal group, CancellationToken cancellationToken)
    {
        if (group.Id.Scheme != PrincipalSchemes.SharePointSiteGroup || current().Options.GetSiteGroupResolver() is not { } resolver)
        {
            return null;
        }

        int slash = group.Id.Value.LastIndexOf('/');
        SiteGroup asked = new(group.Id.Value[..slash], group.Id.Value[(slash + 1)..], null);
        IReadOnlyList<AccessPrincipal>? members = await resolver.ResolveAsync(asked, cancellationToken).ConfigureAwait(false);
        return members is null ? null : [.. members.Select(member => member.Id.Scheme is PrincipalSchemes.EntraObject or PrincipalSchemes.UserPrincipalName ? new AccessPrincipal(member.Kind, new(member.Id.Scheme, member.Id.Value.ToLowerInvariant())) : member)];
    }
}
