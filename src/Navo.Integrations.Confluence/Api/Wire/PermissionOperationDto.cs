namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>What a permission of a space of Cloud allows.</summary>
/// <param name="Key">The operation, for example <c>read</c>.</param>
/// <param name="TargetType">On what, for example <c>space</c> or <c>page</c>.</param>
public sealed record PermissionOperationDto(string? Key, string? TargetType);
