namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>Whom a permission of a space of Cloud is given to.</summary>
/// <param name="Type"><c>user</c>, <c>group</c> or <c>role</c>.</param>
/// <param name="Id">The account id, group id or role id.</param>
public sealed record PermissionPrincipalDto(string? Type, string? Id);
