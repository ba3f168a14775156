using System.Collections.Immutable;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint;

public sealed partial class GraphTenant
{
    /// <summary>The claim of all members of the tenant without its guests.</summary>
    public string EveryoneExceptExternalUsers => $"c:0-.f|rolemanager|spo-grid-all-users/{TenantId}";

    /// <summary>The truth, for tests: whether a user may read a file or folder. It knows who belongs to the groups of sites, which Graph does not tell.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="organizationLinks">Whether links for the organization count.</param>
    /// <param name="anonymousLinks">Whether links for anybody count.</param>
    /// <returns>Whether the user may.</returns>
    public bool MayRead(string userId, string itemId, bool organizationLinks = false, bool anonymousLinks = false) =>
        Users.TryGetValue(userId, out GraphUser? user) && user.IsEnabled && Items.TryGetValue(itemId, out GraphItem? item) && !item.IsDeleted
        && GrantsOf(item).Grants.Any(grant => Admits(grant, user, SiteOf(item), organizationLinks, anonymousLinks));

    /// <summary>The truth about a site: whether a user may read the site itself or anything in it.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="siteId">The site.</param>
    /// <returns>Whether the user may.</returns>
    public bool MayEnter(string userId, string siteId) =>
        Users.TryGetValue(userId, out GraphUser? user) && user.IsEnabled && Sites.TryGetValue(siteId, out GraphSite? site)
        && (site.Grants.Any(grant => Admits(grant, user, site, false, false))
            || Items.Values.Any(item => Drives[item.DriveId].SiteId == siteId && MayRead(userId, item.Id))
            || Lists.Values.Any(list => list.SiteId == siteId && list.Items.Any(item => MayRead(userId, list, item))));

    /// <summary>The truth about an item of a list, which a page of a site is too.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="list">The list.</param>
    /// <param name="item">The item.</param>
    /// <returns>Whether the user may read it.</returns>
    public bool MayRead(string userId, GraphList list, GraphListItem item)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(item);
        return Users.TryGetValue(userId, out GraphUser? user) && user.IsEnabled
            && (item.Grants ?? Sites[list.SiteId].Grants).Any(grant => Admits(grant, user, Sites[list.SiteId], false, false));
    }

    /// <summary>All groups that a user belongs to, directly or through others.</summary>
    /// <param name="userId">The user.</param>
    /// <returns>The ids of the groups.</returns>
    public IReadOnlySet<string> GroupsOf(string userId)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Queue<string> left = new([userId]);
        while (left.TryDequeue(out string? member))
        {
            foreach (GraphGroup group in Groups.Values.Where(group => group.Members.Contains(member) && found.Add(group.Id)))
            {
                left.Enqueue(group.Id);
            }
        }

        return found;
    }

    internal GraphSite SiteOf(GraphItem item) => Sites[Drives[item.DriveId].SiteId];

    /// <summary>The permissions in force, and the item that has them; null for the site.</summary>
    internal (ImmutableArray<GraphGrant> Grants, GraphItem? From) GrantsOf(GraphItem item)
    {
        for (GraphItem? scope = item; scope is not null; scope = scope.ParentId is { } parent ? Items[parent] : null)
        {
            if (scope.Grants is { } own)
            {
                return (own, scope);
            }
        }

        return (SiteOf(item).Grants, null);
    }

    private bool Admits(GraphGrant grant, GraphUser user, GraphSite site, bool organizationLinks, bool anonymousLinks)
    {
        bool isOver = grant.Expires is { } end && end <= TimeProvider.GetUtcNow();
        bool isPassing = grant.Role.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("limitedaccess", StringComparison.OrdinalIgnoreCase);
        return !isOver && !isPassing && grant.Kind switch
        {
            GraphGrantKind.User => grant.Principal == user.Id,
            GraphGrantKind.Group => GroupsOf(user.Id).Contains(grant.Principal),
            GraphGrantKind.SiteGroup => site.Groups.TryGetValue(grant.Principal, out ImmutableArray<string> members) && (members.Contains(user.Id) || members.Any(GroupsOf(user.Id).Contains)),
            GraphGrantKind.Claim => IsClaimed(grant.Principal, user),
            GraphGrantKind.Link => (grant.Named.Contains(user.Id) && grant.LinkScope != "existingAccess")
                || (grant.LinkScope == "organization" && organizationLinks && !user.IsGuest)
                || (grant.LinkScope == "anonymous" && anonymousLinks && !grant.HasPassword),
            _ => false,
        };
    }

    private bool IsClaimed(string claim, GraphUser user) => claim switch
    {
        _ when claim == EveryoneExceptExternalUsers => !user.IsGuest,
        "c:0(.s|true" => true,
        _ when claim.StartsWith("c:0t.c|tenant|", StringComparison.Ordinal) || claim.StartsWith("c:0o.c|federateddirectoryclaimprovider|", StringComparison.Ordinal) => GroupsOf(user.Id).Contains(claim[(claim.LastIndexOf('|') + 1)..]),
        _ => claim.Equals($"i:0#.f|membership|{user.UserPrincipalName}", StringComparison.OrdinalIgnoreCase),
    };
}
