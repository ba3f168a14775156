namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A role given to somebody in a space of Cloud.</summary>
/// <param name="Principal">To whom.</param>
/// <param name="RoleId">The role.</param>
public sealed record RoleAssignmentDto(RolePrincipalDto? Principal, string? RoleId);
