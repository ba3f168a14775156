using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Whom the sharing permissions of an item let read it.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/permission"/>.</remarks>
internal static class PermissionMapping
{
    /// <summary>All who may read; one who can't be resolved stands among them under a scheme of its own.</summary>
    /// <param name="permissions">The effective permissions, inherited ones included, all pages of them.</param>
    /// <param name="siteId">The site, within which site groups have their numbers.</param>
    /// <param name="links">What links are to mean.</param>
    /// <param name="now">The time by which permissions may have expired.</param>
    public static IReadOnlyList<AccessPrincipal> ToReaders(IEnumerable<PermissionDto> permissions, string siteId, LinkMeaning links, DateTimeOffset now) =>
        [.. permissions.Where(permission => permission.ExpirationDateTime is not { } end || end > now).SelectMany(permission => Readers(permission, siteId, links)).Distinct()];

    private static IEnumerable<AccessPrincipal> Readers(PermissionDto permission, string siteId, LinkMeaning links)
    {
        if (permission.Link is { } link)
        {
            return OfLink(permission, link, siteId, links);
        }

        bool? reads = Roles.LetRead(permission.Roles);
        IEnumerable<AccessPrincipal> named = Named(permission.GrantedToV2 ?? permission.GrantedTo, siteId);
        return reads switch
        {
            true when permission.GrantedToV2 is null && permission.GrantedTo is null && permission.Invitation is not null => [], // not accepted yet: an address proves nobody
            true => named,
            false => [],
            null => [Claims.Unresolved("role", string.Join(' ', permission.Roles ?? []))],
        };
    }

    private static IEnumerable<AccessPrincipal> OfLink(PermissionDto permission, SharingLinkDto link, string siteId, LinkMeaning links)
    {
        IEnumerable<AccessPrincipal> named = (permission.GrantedToIdentitiesV2 ?? permission.GrantedToIdentities ?? []).SelectMany(identity => Named(identity, siteId));
        IEnumerable<AccessPrincipal> anybody = link.Scope switch
        {
            "anonymous" when links.AnonymousGrants && permission.HasPassword is not true => [AccessPrincipal.Anonymous],
            "organization" when links.OrganizationGrants => [Claims.EveryoneExceptExternalUsers],
            _ => [],
        };
        AccessPrincipal[] opened = [.. named, .. anybody];
        bool? reads = Roles.LetRead(link, permission.Roles);
        return reads is true || opened.Length == 0 ? opened : reads is false ? [] : [Claims.Unresolved("link", string.Join(' ', [link.Type, .. permission.Roles ?? []]))];
    }

    /// <summary>One principal for each grant; a user under the id and, where it is told, the login name.</summary>
    public static IEnumerable<AccessPrincipal> Named(IdentitySetDto? identity, string siteId)
    {
        if (identity is null)
        {
            return [Claims.Unresolved("identity", null)];
        }

        AccessPrincipal? claim = identity.SiteUser?.LoginName is { Length: > 0 } login ? Claims.ToPrincipal(login) : null;
        return identity switch
        {
            { SharePointGroup: { } group } => [Claims.Unresolved("container group", group.Title ?? group.Id)],
            { SiteGroup: { } group } => [group.Id is { Length: > 0 } id ? new(AccessPrincipalKind.SiteGroup, new(PrincipalSchemes.SharePointSiteGroup, $"{siteId}/{id}")) : Claims.Unresolved("site group", group.DisplayName)],
            _ when IsOwnersOfGroup(identity) => [Claims.Unresolved("owners of group", identity.Group?.Id ?? identity.SiteUser?.LoginName)],
            { Group.Id: { Length: > 0 } group } => [Claims.Entra(AccessPrincipalKind.Group, group)],
            { User.Id: { Length: > 0 } user } => [Claims.Entra(AccessPrincipalKind.User, user)],
            { Application.Id: { Length: > 0 } application } => [Claims.Entra(AccessPrincipalKind.Application, application)],
            _ => [claim ?? Claims.Unresolved("identity", null)],
        };
    }

    /// <summary>The owners of a Microsoft 365 group are named by the group's claim with "_o" behind it, beside the group's own id.</summary>
    private static bool IsOwnersOfGroup(IdentitySetDto identity) =>
        new[] { identity.SiteUser?.LoginName, identity.Group?.LoginName }.Any(login => login?.StartsWith("c:0o.c|", StringComparison.OrdinalIgnoreCase) is true && login.EndsWith("_o", StringComparison.OrdinalIgnoreCase));
}
