using System.Globalization;
using System.Text;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.Testing.SharePoint;

/// <summary>Refusals in the form in which Graph gives them.</summary>
public static class GraphFaults
{
    internal const string DefaultClaims = """{"access_token":{"nbf":{"essential":true,"value":"1"}}}""";

    /// <summary>429 because the application asked for too much.</summary>
    /// <param name="retryAfter">How long to wait; sent in whole seconds, rounded up.</param>
    /// <remarks><see href="https://learn.microsoft.com/graph/throttling"/>.</remarks>
    public static Fault Throttled(TimeSpan retryAfter) => Refusal(429, "activityLimitReached", "The request has been throttled.", Wait(retryAfter));

    /// <summary>503 because the service is under load.</summary>
    /// <param name="retryAfter">How long to wait; sent in whole seconds, rounded up.</param>
    public static Fault Overloaded(TimeSpan retryAfter) => Refusal(503, "serviceNotAvailable", "The service is not available.", Wait(retryAfter));

    /// <summary>An error with a code of its own, such as <c>notAllowed</c> or <c>resyncRequired</c>.</summary>
    /// <param name="status">The status, 400 to 599.</param>
    /// <param name="code">The code.</param>
    /// <param name="message">The message.</param>
    /// <param name="headers">Further headers, for instance <c>Location</c>.</param>
    public static Fault Error(int status, string code, string message = "", IReadOnlyDictionary<string, string>? headers = null) => Refusal(status, code, message, headers);

    /// <summary>401 that asks for a token with other claims.</summary>
    /// <param name="authority">The authority that the header names.</param>
    /// <param name="claims">The claims as JSON.</param>
    /// <remarks><see href="https://learn.microsoft.com/entra/identity-platform/claims-challenge"/>.</remarks>
    public static Fault ClaimsChallenge(Uri authority, string claims = DefaultClaims)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return Refusal(401, "InvalidAuthenticationToken", "Continuous access evaluation resulted in challenge.", Header("WWW-Authenticate", Challenge(authority, claims)));
    }

    /// <summary>403 of conditional access, which no new token lifts.</summary>
    public static Fault InsufficientClaims() => Refusal(403, "insufficient_claims", "Access has been blocked by conditional access policies.", headers: null);

    internal static string Challenge(Uri authority, string? claims = null)
    {
        string uri = new Uri(authority, "common/oauth2/authorize").AbsoluteUri;
        string what = claims is null
            ? "client_id=\"00000003-0000-0000-c000-000000000000\""
            : $"error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims))}\"";
        return $"Bearer realm=\"\", authorization_uri=\"{uri}\", {what}";
    }

    private static Fault Refusal(int status, string code, string message, IReadOnlyDictionary<string, string>? headers)
    {
        string id = GraphIds.Guid($"fault {code}");
        return Fault.Status(status, GraphError.Body(code, message, DateTimeOffset.UnixEpoch, id, id).ToJsonString(), headers: headers);
    }

    private static Dictionary<string, string> Wait(TimeSpan retryAfter) => Header("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };
}
