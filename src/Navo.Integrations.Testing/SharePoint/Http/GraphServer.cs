using System.Text;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint.Kql;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Answers requests to Graph: signs the caller in, finds the resource, and makes errors of what goes wrong.</summary>
internal sealed class GraphServer(GraphSimulatorOptions options, GraphTenant tenant, FaultPlan faults)
{
    private const string Version = "/v1.0";
    private const string Challenge = """{"access_token":{"nbf":{"essential":true,"value":"1"}}}""";

    private int _requests;

    public GraphTenant Tenant => tenant;

    public TokenIssuer Tokens { get; } = new(tenant.TenantId, options.TimeProvider);

    public ContentTickets Tickets { get; } = new(options.TimeProvider);

    public int? MaxPageSize => options.MaxPageSize;

    public IReadOnlyCollection<string>? SelectedSites => options.SelectedSites;

    public FaultPlan Faults => faults;

    public Random Random { get; } = new(options.Seed);

    /// <summary>Whether applications must show the claims of a challenge.</summary>
    public bool DemandsClaims { get; set; }

    /// <summary>What is left of the quota, told with each answer; null to tell nothing.</summary>
    public (int Limit, int Remaining, int Reset)? Quota { get; set; }

    /// <summary>The address of Graph with its version, known once the socket listens.</summary>
    public string GraphUrl { get; set; } = string.Empty;

    public Uri ContentUrl { get; set; } = new("http://127.0.0.1/");

    /// <summary>Answers a request of its own.</summary>
    public GraphAnswer Answer(string authorization, string method, string path, IReadOnlyDictionary<string, string> query, string body)
    {
        if (path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            return Tokens.Answer(path, FormOf(body));
        }

        return Signed(Tokens.Read(authorization) is { } caller && path.StartsWith(Version, StringComparison.Ordinal)
            ? DemandsClaims && !caller.HasClaims ? Challenged() : Run(caller, method, path[Version.Length..], query, body)
            : Failed(new(401, "InvalidAuthenticationToken", "Access token is empty, unknown or has expired.")));
    }

    /// <summary>Answers a request for a caller who is signed in.</summary>
    public GraphAnswer Run(GraphCaller caller, string method, string path, IReadOnlyDictionary<string, string> query, string body)
    {
        try
        {
            return GraphRoutes.Answer(new(this, caller, method, path, query, body));
        }
        catch (GraphError error)
        {
            return Failed(error);
        }
        catch (KqlSyntaxException error)
        {
            return Failed(GraphError.Invalid(error.Message));
        }
    }

    private GraphAnswer Failed(GraphError error) => error.ToAnswer(options.TimeProvider.GetUtcNow(), GraphIds.Guid($"request {Interlocked.Increment(ref _requests)}"));

    private GraphAnswer Challenged()
    {
        string claims = Convert.ToBase64String(Encoding.UTF8.GetBytes(Challenge));
        GraphAnswer answer = Failed(new(401, "InvalidAuthenticationToken", "Continuous access evaluation resulted in challenge."));
        answer.Headers["WWW-Authenticate"] = $"Bearer realm=\"\", authorization_uri=\"https://login.example/common/oauth2/authorize\", error=\"insufficient_claims\", claims=\"{claims}\"";
        return answer;
    }

    private GraphAnswer Signed(GraphAnswer answer)
    {
        answer.Headers["request-id"] = GraphIds.Guid($"answer {Interlocked.Increment(ref _requests)}");
        if (Quota is { } quota)
        {
            answer.Headers["RateLimit-Limit"] = $"{quota.Limit}";
            answer.Headers["RateLimit-Remaining"] = $"{quota.Remaining}";
            answer.Headers["RateLimit-Reset"] = $"{quota.Reset}";
        }

        return answer;
    }

    public static Dictionary<string, string> FormOf(string text)
    {
        Dictionary<string, string> form = new(StringComparer.Ordinal);
        foreach (string pair in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = Uri.UnescapeDataString((equals < 0 ? pair : pair[..equals]).Replace('+', ' '));
            form[name] = equals < 0 ? string.Empty : Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
        }

        return form;
    }
}
