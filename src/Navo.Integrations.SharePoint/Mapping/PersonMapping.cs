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
        { UserPrincipalName: { Length: > 0 } name } => TryId(PrincipalSchemes.UserPrincipalName, name),
        { Email: { Length: > 0 } mail } => TryId(PrincipalSchemes.Email, mail),
        _ => null,
    };

    /// <summary>The id; null for a text that can't be one, such as an address with a blank behind it: who made an item does not decide whether it is read.</summary>
    private static PrincipalId? TryId(string scheme, string value)
    {
        try
        {
            return new(scheme, value.ToLowerInvariant());
        }
        catch (InvalidQueryException)
        {
            return null;
        }
    }
}
