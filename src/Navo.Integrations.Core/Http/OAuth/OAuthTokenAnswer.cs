namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>The answer of a token endpoint (RFC 6749, section 5.1).</summary>
internal sealed class OAuthTokenAnswer
{
    public string? AccessToken { get; set; }

    public string? TokenType { get; set; }

    /// <summary>In seconds.</summary>
    public double? ExpiresIn { get; set; }

    public string? RefreshToken { get; set; }
}
