namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>One permission of a space of Cloud.</summary>
/// <param name="Principal">To whom it is given.</param>
/// <param name="Operation">What it allows.</param>
public sealed record PermissionAssignmentDto(PermissionPrincipalDto? Principal, PermissionOperationDto? Operation);
