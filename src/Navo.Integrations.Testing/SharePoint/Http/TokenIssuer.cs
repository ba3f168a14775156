using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>The authority: gives the application its tokens, and exchanges the token with which a user called it for one to Graph.</summary>
internal sealed class TokenIssuer(GraphTenant tenant, TimeProvider time)
{
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (GraphCaller Caller, DateTimeOffset End)> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _assertions = new(StringComparer.Ordinal);
    private int _issued;

    public string ClientId { get; } = GraphIds.Guid("client");

    public string ClientSecret { get; set; } = "simulated-client-secret";

    /// <summary>How many tokens were given.</summary>
    public int Issued => Volatile.Read(ref _issued);

    public string Issue(string? userId, bool hasClaims = false)
    {
        int number = Interlocked.Increment(ref _issued);
        string token = $"simulated-token-{number}-{Guid.CreateVersion7():N}";
        _tokens[token] = (new(userId, hasClaims), time.GetUtcNow() + Life);
        return token;
    }

    public string AssertionOf(string userId)
    {
        string assertion = $"simulated-assertion-{Guid.CreateVersion7():N}";
        _assertions[assertion] = userId;
        return assertion;
    }

    /// <summary>Whose token it is; null for none, or one that has ended.</summary>
    public GraphCaller? Read(string? authorization) =>
        authorization?.StartsWith(Bearer, StringComparison.Ordinal) is true
        && _tokens.TryGetValue(authorization[Bearer.Length..], out (GraphCaller Caller, DateTimeOffset End) token) && token.End > time.GetUtcNow()
            ? token.Caller
            : null;

    /// <summary>Ends all tokens given so far.</summary>
    public void Revoke() => _tokens.Clear();

    /// <summary>Answers the token endpoint.</summary>
    /// <param name="authority">The tenant that the address names: its id or its domain.</param>
    /// <param name="form">What was posted.</param>
    public GraphAnswer Answer(string authority, IReadOnlyDictionary<string, string> form)
    {
        if (!authority.Equals(tenant.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return Refused(400, "invalid_request", 90002, "Tenant not found. Check to make sure you have the correct tenant ID.");
        }

        if (form.GetValueOrDefault("client_id") != ClientId)
        {
            return Refused(400, "unauthorized_client", 700016, "Application was not found in the directory.");
        }

        if (form.GetValueOrDefault("client_secret") != ClientSecret && !form.ContainsKey("client_assertion"))
        {
            return Refused(401, "invalid_client", 7000215, "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value.");
        }

        return form.ContainsKey("scope") ? Granted(form) : Missing("scope");
    }

    private GraphAnswer Granted(IReadOnlyDictionary<string, string> form) => form.GetValueOrDefault("grant_type") switch
    {
        "client_credentials" => Given(Issue(null, HasChallenge(form))),
        "urn:ietf:params:oauth:grant-type:jwt-bearer" => OnBehalfOf(form),
        null => Missing("grant_type"),
        _ => Refused(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type."),
    };

    private GraphAnswer OnBehalfOf(IReadOnlyDictionary<string, string> form)
    {
        if (form.GetValueOrDefault("requested_token_use") != "on_behalf_of")
        {
            return Missing("requested_token_use");
        }

        if (!_assertions.TryGetValue(form.GetValueOrDefault("assertion", string.Empty), out string? user))
        {
            return Refused(400, "invalid_grant", 50013, "Assertion failed signature validation.");
        }

        return tenant.Users.GetValueOrDefault(user) is { IsEnabled: true }
            ? Given(Issue(user, HasChallenge(form)))
            : Refused(400, "invalid_grant", 50057, "The user account is disabled.");
    }

    /// <summary>Client libraries always name their capabilities among the claims; a challenge brings others.</summary>
    private static bool HasChallenge(IReadOnlyDictionary<string, string> form) => form.GetValueOrDefault("claims", string.Empty).Contains("nbf", StringComparison.Ordinal);

    private static GraphAnswer Given(string token) => GraphAnswer.Ok(new JsonObject
    {
        ["token_type"] = "Bearer",
        ["expires_in"] = (int)Life.TotalSeconds,
        ["ext_expires_in"] = (int)Life.TotalSeconds,
        ["access_token"] = token,
    });

    private GraphAnswer Missing(string parameter) => Refused(400, "invalid_request", 900144, $"The request body must contain the following parameter: '{parameter}'.");

    private GraphAnswer Refused(int status, string error, int code, string description)
    {
        DateTimeOffset now = time.GetUtcNow();
        string trace = Guid.CreateVersion7(now).ToString();
        return new(status, new JsonObject
        {
            ["error"] = error,
            ["error_description"] = string.Create(CultureInfo.InvariantCulture, $"AADSTS{code}: {description} Trace ID: {trace} Timestamp: {now:yyyy-MM-dd HH:mm:ss}Z"),
            ["error_codes"] = new JsonArray(code),
            ["timestamp"] = now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["trace_id"] = trace,
            ["correlation_id"] = trace,
        });
    }
}
