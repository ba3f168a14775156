using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>People and applications as authors.</summary>
internal static class PersonMapping
{
    public static PersonRef? ToPerson(IdentitySetDto? set)
    {
        IdentityDto? identity = set?.User ?? set?.Group ?? set?.Application ?? set?.SiteUser;
        return identity is null ? null : new(Id(identity), identity.DisplayName);
    }

    private static PrincipalId? Id(IdentityDto identity) => identity switch
    {
        { Id: { Length: > 0 } id } when Guid.TryParse(id, out _) => new(PrincipalSchemes.EntraObject, id.ToLowerInvariant()),
        { UserPrincipalName: { Length: > 0 } name } => new(PrincipalSchemes.UserPrincipalName, name.ToLowerInvariant()),
        { Email: { Length: > 0 } mail } => new(PrincipalSchemes.Email, mail.ToLowerInvariant()),
        _ => null,
    };
}
