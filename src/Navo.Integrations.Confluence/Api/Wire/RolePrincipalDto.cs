namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>Whom a role is given to.</summary>
/// <param name="PrincipalType"><c>USER</c>, <c>GROUP</c> or <c>ACCESS_CLASS</c>.</param>
/// <param name="PrincipalId">The account id, group id or name of the class.</param>
public sealed record RolePrincipalDto(string? PrincipalType, string? PrincipalId);
