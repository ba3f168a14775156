namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>How far a Cloud site has come from single permissions to roles.</summary>
/// <param name="Mode"><c>PRE_ROLES</c>, <c>ROLES_TRANSITION</c> or <c>ROLES</c>.</param>
public sealed record SpaceRoleModeDto(string? Mode);
