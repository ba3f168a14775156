namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>The access token of an answer.</summary>
internal static class IssuedToken
{
    public static IssuedCredential Of(OAuthTokenAnswer answer, TimeSpan refreshAhead)
    {
        if (answer.AccessToken is not { Length: > 0 } token)
        {
            throw OAuthFailures.Malformed("answers without an access token");
        }

        if (answer.TokenType is { Length: > 0 } type && !type.Equals("bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw OAuthFailures.Malformed("gives a token of another type than bearer");
        }

        TimeSpan? life = answer.ExpiresIn is > 0 ? TimeSpan.FromSeconds(Math.Min(answer.ExpiresIn.Value, TimeSpan.FromDays(365).TotalSeconds)) : null;
        return new(RequestCredential.Bearer(token), life, refreshAhead);
    }
}
