using System.Collections.Immutable;

namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>A user and the secrets that the simulator takes from them.</summary>
public sealed record SimulatedUser
{
    /// <summary>The account id (Cloud).</summary>
    public required string AccountId { get; init; }

    /// <summary>The user key (Data Center).</summary>
    public required string UserKey { get; init; }

    /// <summary>The login name (Data Center).</summary>
    public required string Username { get; init; }

    /// <summary>The name shown to people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The e-mail address: the user part of Basic authentication in Cloud. Answers never show it.</summary>
    public required string Email { get; init; }

    /// <summary>The classic API token, taken at the site address of Cloud only.</summary>
    public string ApiToken { get; init; } = "";

    /// <summary>The scoped API token, taken at the gateway of Cloud only.</summary>
    public string ScopedToken { get; init; } = "";

    /// <summary>The personal access token of Data Center, which also serves as password.</summary>
    public string PersonalAccessToken { get; init; } = "";

    /// <summary>Whether the user is a Confluence administrator. Administrators don't pass restrictions.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Whether the account is active. A closed account can't sign in and reads nothing.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The IANA time zone of the profile.</summary>
    public string TimeZone { get; init; } = "Europe/Berlin";

    /// <summary>The ids of the groups that the user is a direct member of.</summary>
    public ImmutableArray<string> GroupIds { get; init; } = [];

    /// <summary>The account id and name, never a secret.</summary>
    public override string ToString() => $"{DisplayName} ({AccountId})";
}
