namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>A role given in a space. It is listed; who may view the space is still decided by its grants.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="PrincipalType"><c>USER</c>, <c>GROUP</c> or <c>ACCESS_CLASS</c>.</param>
/// <param name="PrincipalId">The account id, group id, or class such as <c>all-licensed-users</c>.</param>
public sealed record RoleAssignment(string RoleId, string PrincipalType, string PrincipalId);
