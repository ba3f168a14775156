namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The answer of <c>permission/check</c>.</summary>
public sealed record PermissionCheckDto
{
    /// <summary>Whether the subject may do it.</summary>
    public bool? HasPermission { get; set; }
}
