using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>The authority's addresses: the token endpoint, and what client libraries ask for before they use it.</summary>
internal static class AuthorityResources
{
    private const string TokenPath = "/oauth2/v2.0/token";

    /// <summary>The answer, if the request is one for the authority.</summary>
    public static GraphAnswer? TryAnswer(GraphServer server, GraphRequest request) => (request.Method, request.Path.Trim('/').Split('/')) switch
    {
        ("POST", [var tenant, "oauth2", "v2.0", "token"]) => server.Tokens.Answer(tenant, GraphRequest.FormOf(request.Body)),
        ("GET", [var tenant, "v2.0", ".well-known", "openid-configuration"]) => GraphAnswer.Ok(Configuration(server, tenant)),
        ("GET", ["common", "discovery", "instance"]) => GraphAnswer.Ok(Discovery(server)),
        _ => null,
    };

    /// <summary>What of a request's body may be kept: at the token endpoint, nothing but the kind of grant.</summary>
    public static string WithoutSecrets(GraphRequest request) => request.Path.EndsWith(TokenPath, StringComparison.Ordinal)
        ? $"grant_type={GraphRequest.FormOf(request.Body).GetValueOrDefault("grant_type")}"
        : request.Body;

    private static JsonObject Configuration(GraphServer server, string tenant)
    {
        string authority = new Uri(server.Root, tenant).AbsoluteUri;
        return new()
        {
            ["token_endpoint"] = authority + TokenPath,
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
            ["jwks_uri"] = $"{authority}/discovery/v2.0/keys",
            ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["issuer"] = $"{authority}/v2.0",
            ["authorization_endpoint"] = $"{authority}/oauth2/v2.0/authorize",
            ["device_authorization_endpoint"] = $"{authority}/oauth2/v2.0/devicecode",
            ["cloud_instance_name"] = server.Root.Host,
            ["msgraph_host"] = server.Root.Authority,
        };
    }

    private static JsonObject Discovery(GraphServer server) => new()
    {
        ["tenant_discovery_endpoint"] = new Uri(server.Root, $"{server.Tenant.TenantId}/v2.0/.well-known/openid-configuration").AbsoluteUri,
        ["api-version"] = "1.1",
        ["metadata"] = new JsonArray(new JsonObject
        {
            ["preferred_network"] = server.Root.Authority,
            ["preferred_cache"] = server.Root.Authority,
            ["aliases"] = new JsonArray(server.Root.Authority),
        }),
    };
}
