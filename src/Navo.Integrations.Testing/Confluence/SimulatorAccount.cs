namespace Navo.Integrations.Testing.Confluence;

/// <summary>What a client needs to sign in to the simulator as one of its users.</summary>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="AccountId">The account id in Cloud, the user key in Data Center.</param>
/// <param name="Username">The user part of Basic authentication: e-mail address in Cloud, login name in Data Center.</param>
/// <param name="ApiToken">The token that fits the edition: classic, scoped, or personal access token.</param>
public sealed record SimulatorAccount(string DisplayName, string AccountId, string Username, string ApiToken)
{
    /// <summary>The name and account id, never the token.</summary>
    public override string ToString() => $"{DisplayName} ({AccountId})";
}
