namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A role that can be given in spaces of Cloud.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="SpacePermissions">What it allows, for example <c>read/space</c>.</param>
public sealed record SpaceRoleDto(string? Id, string? Name, IReadOnlyList<string>? SpacePermissions);
