namespace Navo.Integrations.Abstractions;

/// <summary>
/// The source wants more of a sign-in than the token shows: conditional access, or continuous access evaluation after something changed. A token with the claims was
/// asked for once already; now somebody has to sign in again with them.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/entra/identity-platform/claims-challenge"/>.</remarks>
public sealed class ClaimsChallengeException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="claims">The claims that the source asks for, as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public ClaimsChallengeException(string message, string? claims, Exception? innerException = null)
        : base(message, innerException)
    {
        Claims = claims;
        Remedy = "Let the person sign in again and pass Claims to the authority, or change the conditional access policy for the application.";
    }

    /// <summary>The claims that the source asks for, as JSON; null where it did not name them. Pass them to the authority as <c>claims</c>.</summary>
    public string? Claims { get; }
}
