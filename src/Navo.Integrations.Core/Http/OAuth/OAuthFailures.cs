using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>What can go wrong on the way to an access token, in words of our own.</summary>
internal static class OAuthFailures
{
    /// <summary>A failure of the token endpoint, without a word of its answer.</summary>
    public static IntegrationException OfEndpoint(IntegrationException failure) => failure switch
    {
        ThrottledException limit => new ThrottledException("The token endpoint limits the calls.")
        {
            StatusCode = limit.StatusCode,
            RetryAfter = limit.RetryAfter,
            RetryAt = limit.RetryAt,
        },
        UnavailableException down => new UnavailableException("The token endpoint can't be reached, or fails.", down.InnerException)
        {
            StatusCode = down.StatusCode,
            RetryAfter = down.RetryAfter,
            IsTransient = down.IsTransient,
            Remedy = down.Remedy,
        },
        IntegrationTimeoutException => new IntegrationTimeoutException("The token endpoint did not answer in time."),
        ProtocolException => Malformed("redirects, or answers with something else than JSON", failure.StatusCode),
        _ => Refused(failure),
    };

    public static ProtocolException Malformed(string problem, int? status = null) => new($"The token endpoint {problem}.")
    {
        StatusCode = status,
        Remedy = "Check OAuth:TokenUrl, and whether a proxy answers in its place.",
    };

    public static AuthenticationException ConsentLost() => new("The refresh token is unknown, expired, revoked or was used before, and the token store holds no other.")
    {
        ErrorCode = OAuthErrorBodies.InvalidGrant,
        Remedy = "Let the account consent again and save the refresh token it gives in the token store.",
    };

    public static AuthenticationException NoRefreshToken() => new("There is no refresh token: the token store holds none, and OAuth:RefreshToken is not set.")
    {
        Remedy = "Let an account consent, with the scope offline_access, and save the refresh token it gives in the token store or set OAuth:RefreshToken.",
    };

    public static AuthenticationException OfStore(string what, Exception failure) => new($"The token store could not {what} ({failure.GetType().Name}).", HarmlessCause.Of(failure))
    {
        IsTransient = true,
        Remedy = "Mend the token store. A refresh token that could not be saved is kept in memory and saved by the next call; do not restart before.",
    };

    private static AuthenticationException Refused(IntegrationException failure) => failure.ErrorCode switch
    {
        OAuthErrorBodies.InvalidGrant => ConsentLost(),
        "invalid_client" or "unauthorized_client" or "access_denied" => new("The token endpoint does not accept the client.")
        {
            StatusCode = failure.StatusCode,
            ErrorCode = failure.ErrorCode,
            Remedy = "Check OAuth:ClientId, OAuth:ClientSecret and OAuth:Grant.",
        },
        _ => new($"The token endpoint refuses the request ({failure.ErrorCode ?? $"status {failure.StatusCode}"}).")
        {
            StatusCode = failure.StatusCode,
            ErrorCode = failure.ErrorCode,
            Remedy = "Check the options below OAuth, TokenUrl above all.",
        },
    };
}
