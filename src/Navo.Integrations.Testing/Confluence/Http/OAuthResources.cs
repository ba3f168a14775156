using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>The token endpoint, and the list of the sites that a consent covers.</summary>
internal sealed class OAuthResources(SimulatorContext simulator)
{
    public const string TokenPath = "/oauth/token";

    private const string Bearer = "Bearer ";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(TokenPath, ["POST"], (RequestDelegate)(http => RequestPipeline.WriteAsync(http, Token(RequestPipeline.BodyOf(http)))));
        endpoints.MapMethods(TokenPath + "/accessible-resources", ["GET"], (RequestDelegate)(http =>
            RequestPipeline.WriteAsync(http, Resources(http.Request.Headers.Authorization.ToString()))));
    }

    /// <summary>What of a request to the token endpoint may be kept: everything else in it is secret.</summary>
    public static string WithoutSecrets(string body) => $"grant_type={Form(body).GetValueOrDefault("grant_type")}";

    private Answer Token(string body)
    {
        var form = Form(body);
        if (!simulator.OAuth.Knows(form.GetValueOrDefault("client_id"), form.GetValueOrDefault("client_secret")))
        {
            return Refusal(401, "access_denied", "Unauthorized");
        }

        return form.GetValueOrDefault("grant_type") switch
        {
            "client_credentials" => Answer.Ok(Granted(refreshToken: null)),
            "refresh_token" => simulator.OAuth.Exchange(form.GetValueOrDefault("refresh_token")) is { } next
                ? Answer.Ok(Granted(next))
                : Refusal(403, "invalid_grant", "Unknown or invalid refresh token."),
            _ => Refusal(400, "unsupported_grant_type", "Unsupported grant type"),
        };
    }

    private JsonObject Granted(string? refreshToken)
    {
        var answer = new JsonObject
        {
            ["access_token"] = simulator.OAuth.Issue(),
            ["expires_in"] = (int)simulator.OAuth.AccessTokenLifetime.TotalSeconds,
            ["token_type"] = "Bearer",
            ["scope"] = "read:page:confluence read:space:confluence search:confluence offline_access",
        };
        if (refreshToken is not null)
        {
            answer["refresh_token"] = refreshToken;
        }

        return answer;
    }

    private Answer Resources(string header) =>
        header.StartsWith(Bearer, StringComparison.Ordinal) && simulator.OAuth.Accepts(header[Bearer.Length..])
            ? Answer.Ok(new JsonArray(
                Resource("11111111-2222-3333-4444-555555555555", "https://another-site.example.com", "another-site"),
                Resource(simulator.Site.CloudId, simulator.Root.GetLeftPart(UriPartial.Authority), simulator.Site.Title)))
            : ApiErrors.Gateway(401, "Unauthorized");

    private static JsonObject Resource(string id, string url, string name) => new()
    {
        ["id"] = id,
        ["url"] = url,
        ["name"] = name,
        ["scopes"] = new JsonArray("read:page:confluence"),
        ["avatarUrl"] = url + "/avatar.png",
    };

    private static Answer Refusal(int status, string error, string description) =>
        new(status, new JsonObject { ["error"] = error, ["error_description"] = description });

    private static Dictionary<string, string> Form(string body) =>
        QueryHelpers.ParseQuery(body).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
}
