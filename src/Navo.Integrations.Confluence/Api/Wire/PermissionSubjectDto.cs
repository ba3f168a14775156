namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>Whose rights <c>permission/check</c> looks at.</summary>
/// <param name="Type"><c>user</c> or <c>group</c>.</param>
/// <param name="Identifier">The account id or group id.</param>
public sealed record PermissionSubjectDto(string Type, string Identifier);
