using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What can go wrong on the way to a token, by the authority's own codes.</summary>
/// <remarks><see href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes"/>.</remarks>
internal static class EntraFailures
{
    public static IntegrationException OfEndpoint(IntegrationException failure) => failure switch
    {
        ThrottledException or UnavailableException or IntegrationTimeoutException or ConfigurationException or ClaimsChallengeException => failure,
        AuthenticationException known when known.StatusCode is null => known,
        ProtocolException => new ProtocolException("The authority redirects, or answers with something else than JSON.") { StatusCode = failure.StatusCode, Remedy = "Check AuthorityHost and Cloud, and whether a proxy answers in its place." },
        _ => Refused(failure.ErrorCode, failure.StatusCode, failure.RequestId),
    };

    public static AuthenticationException Unforeseen(string type, string message) => EntraCode.In(message) is { } code
        ? Refused(code, status: null, requestId: null)
        : new($"No token could be had ({type}).")
        {
            Remedy = "Check TenantId, ClientId and the credentials; on Azure, whether an identity is assigned to the host.",
        };

    private static AuthenticationException Refused(string? code, int? status, string? requestId) => new($"The authority gives no token ({code ?? $"status {status}"}).")
    {
        StatusCode = status,
        RequestId = requestId,
        ErrorCode = code,
        Remedy = code switch
        {
            "AADSTS7000215" or "AADSTS7000222" => "The client secret is wrong or has expired: set ClientSecret to the value (not the id) of a secret that is in force.",
            "AADSTS700016" or "AADSTS90002" => "The application or the tenant is not known: check ClientId and TenantId.",
            "AADSTS700027" => "The certificate is not one of the application's: check it and upload its public part.",
            "AADSTS65001" or "AADSTS500011" => "An administrator has to consent to the application's permissions to Microsoft Graph.",
            "AADSTS50013" or "AADSTS500133" => "The user's token is not for this application or has ended: pass the token with which the user called it.",
            "AADSTS53003" or "AADSTS50076" or "AADSTS50079" => "Conditional access wants the user to sign in again, with a second factor where the policy says so.",
            _ => "Check TenantId, ClientId and the credentials.",
        },
    };
}
