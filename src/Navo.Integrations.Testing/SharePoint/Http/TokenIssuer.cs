using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>The authority: gives the application its tokens, and exchanges the token with which a user called it for one to Graph.</summary>
internal sealed class TokenIssuer(string tenantId, TimeProvider time)
{
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
    public GraphCaller? Read(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.Ordinal) && _tokens.TryGetValue(authorization[7..], out (GraphCaller Caller, DateTimeOffset End) token) && token.End > time.GetUtcNow()
            ? token.Caller
            : null;

    /// <summary>Ends all tokens given so far.</summary>
    public void Revoke() => _tokens.Clear();

    public GraphAnswer Answer(string path, IReadOnlyDictionary<string, string> form)
    {
        if (!path.StartsWith($"/{tenantId}/", StringComparison.OrdinalIgnoreCase))
        {
            return Refused(400, "invalid_request", "AADSTS90002: Tenant not found.");
        }

        bool isClient = form.GetValueOrDefault("client_id") == ClientId;
        bool isProven = form.GetValueOrDefault("client_secret") == ClientSecret || form.ContainsKey("client_assertion");
        return (form.GetValueOrDefault("grant_type"), isClient, isProven) switch
        {
            (_, false, _) => Refused(400, "unauthorized_client", "AADSTS700016: Application was not found in the directory."),
            (_, _, false) => Refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided."),
            ("client_credentials", _, _) => Given(Issue(null, HasChallenge(form))),
            ("urn:ietf:params:oauth:grant-type:jwt-bearer", _, _) => _assertions.TryGetValue(form.GetValueOrDefault("assertion", string.Empty), out string? user)
                ? Given(Issue(user, HasChallenge(form)))
                : Refused(400, "invalid_grant", "AADSTS50013: Assertion failed signature validation."),
            _ => Refused(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type."),
        };
    }

    /// <summary>The library always names its capabilities among the claims; a challenge brings others.</summary>
    private static bool HasChallenge(IReadOnlyDictionary<string, string> form) => form.GetValueOrDefault("claims", string.Empty).Contains("nbf", StringComparison.Ordinal);

    private static GraphAnswer Given(string token) => GraphAnswer.Ok(new JsonObject
    {
        ["token_type"] = "Bearer",
        ["expires_in"] = (int)Life.TotalSeconds,
        ["ext_expires_in"] = (int)Life.TotalSeconds,
        ["access_token"] = token,
    });

    private static GraphAnswer Refused(int status, string error, string description) => new(status, new JsonObject { ["error"] = error, ["error_description"] = description, ["error_codes"] = new JsonArray() });
}
