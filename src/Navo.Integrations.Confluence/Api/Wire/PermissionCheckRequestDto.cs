namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The question of <c>permission/check</c>.</summary>
/// <param name="Subject">Whose rights.</param>
/// <param name="Operation"><c>read</c>, <c>update</c> or <c>delete</c>.</param>
public sealed record PermissionCheckRequestDto(PermissionSubjectDto Subject, string Operation);
