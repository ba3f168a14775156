namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>A user.</summary>
public sealed record UserDto
{
    /// <summary><c>known</c>, <c>unknown</c>, <c>anonymous</c> or <c>user</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The account id (Cloud).</summary>
    public string? AccountId { get; set; }

    /// <summary>The user key (Data Center).</summary>
    public string? UserKey { get; set; }

    /// <summary>The user name (Data Center).</summary>
    public string? Username { get; set; }

    /// <summary>The name to show.</summary>
    public string? DisplayName { get; set; }

    /// <summary>What the user may do, where expanded (Cloud).</summary>
    public IReadOnlyList<OperationDto>? Operations { get; set; }
}
