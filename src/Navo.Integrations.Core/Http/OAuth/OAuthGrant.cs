namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>How access tokens are asked for (RFC 6749).</summary>
public enum OAuthGrant
{
    /// <summary>With the refresh token of an account that consented. It is replaced with each use where the server rotates them.</summary>
    RefreshToken = 0,

    /// <summary>With the client's own credentials, for a service account.</summary>
    ClientCredentials,
}
