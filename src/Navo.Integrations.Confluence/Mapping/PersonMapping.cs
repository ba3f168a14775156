using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

internal static class PersonMapping
{
    public static PersonRef? FromAccount(string? accountId, IReadOnlyDictionary<string, string> names) => string.IsNullOrEmpty(accountId)
        ? null
        : new(new PrincipalId(PrincipalSchemes.AtlassianAccount, accountId), names.GetValueOrDefault(accountId));

    public static PersonRef? FromUser(UserDto? user) => user is null ? null : new(IdOf(user), user.DisplayName);

    private static PrincipalId? IdOf(UserDto user) => user switch
    {
        { AccountId: { Length: > 0 } id } => new(PrincipalSchemes.AtlassianAccount, id),
        { UserKey: { Length: > 0 } key } => new(PrincipalSchemes.ConfluenceUserKey, key),
        { Username: { Length: > 0 } name } => new(PrincipalSchemes.ConfluenceUsername, name),
        _ => null,
    };
}
