using System.Text.Json.Serialization;

namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>The OAuth 2.0 client that asks for access tokens. The secrets in it go to <see cref="TokenUrl"/> and nowhere else.</summary>
public sealed class OAuthOptions
{
    /// <summary>How access tokens are asked for.</summary>
    public OAuthGrant Grant { get; set; }

    /// <summary>The client's id.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client's secret.</summary>
    [JsonIgnore]
    public string? ClientSecret { get; set; }

    /// <summary>The refresh token that the consent gave, used while the token store holds none. From the first answer on, the store's counts.</summary>
    [JsonIgnore]
    public string? RefreshToken { get; set; }

    /// <summary>The token endpoint. <c>https</c>; plain <c>http</c> for loopback addresses only.</summary>
    public Uri? TokenUrl { get; set; }

    /// <summary>How long before its end a token is renewed, zero to one hour, and never more than half of its life; 5 minutes by default.</summary>
    public TimeSpan RefreshAhead { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether anything of a client is set, so that OAuth is meant.</summary>
    [JsonIgnore]
    public bool IsConfigured => !string.IsNullOrEmpty(ClientId) || !string.IsNullOrEmpty(ClientSecret) || !string.IsNullOrEmpty(RefreshToken);
}
