namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>Whom a space permission of Data Center is granted to.</summary>
public sealed record SpaceSubjectDto
{
    /// <summary><c>user</c> (or <c>known</c>), <c>group</c> or <c>anonymous</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The user key.</summary>
    public string? UserKey { get; set; }

    /// <summary>The user name.</summary>
    public string? Username { get; set; }

    /// <summary>The name of a group.</summary>
    public string? Name { get; set; }

    /// <summary>The name to show; of a group it is its name, for groups of Data Center have no other.</summary>
    public string? DisplayName { get; set; }
}
