using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Permissions as people look at them.</summary>
internal static class GrantMapping
{
    public static SharingGrant ToGrant(PermissionDto dto, string siteId)
    {
        IdentitySetDto[] named = [.. dto.Link is null ? One(dto.GrantedToV2 ?? dto.GrantedTo) : dto.GrantedToIdentitiesV2 ?? dto.GrantedToIdentities ?? []];
        return new()
        {
            Principals = [.. named.SelectMany(identity => PermissionMapping.Named(identity, siteId))],
            Names = [.. named.Select(NameOf).OfType<string>(), .. dto.Invitation?.Email is { } invited ? [invited] : (string[])[]],
            Roles = dto.Roles ?? [],
            LinkScope = dto.Link?.Scope,
            LinkType = dto.Link?.Type,
            PreventsDownload = dto.Link?.PreventsDownload is true,
            HasPassword = dto.HasPassword is true,
            Expires = dto.ExpirationDateTime,
            IsInherited = dto.InheritedFrom is { Id.Length: > 0 } or { Path.Length: > 0 },
        };
    }

    /// <summary>The grant of a site to an application.</summary>
    public static SharingGrant ToApplication(PermissionDto dto)
    {
        IdentityDto[] applications = [.. (dto.GrantedToIdentitiesV2 ?? dto.GrantedToIdentities ?? [.. One(dto.GrantedToV2 ?? dto.GrantedTo)]).Select(set => set.Application).OfType<IdentityDto>()];
        return new()
        {
            Principals = [.. applications.Where(application => application.Id is { Length: > 0 }).Select(application => Claims.Entra(Abstractions.AccessPrincipalKind.Application, application.Id!))],
            Names = [.. applications.Select(application => application.DisplayName).OfType<string>()],
            Roles = dto.Roles ?? [],
        };
    }

    private static IEnumerable<IdentitySetDto> One(IdentitySetDto? identity) => identity is null ? [] : [identity];

    private static string? NameOf(IdentitySetDto set) =>
        set.User?.DisplayName ?? set.Group?.DisplayName ?? set.SiteGroup?.DisplayName ?? set.SharePointGroup?.Title ?? set.SiteUser?.DisplayName ?? set.Application?.DisplayName;
}
