using System.Text;
using Microsoft.AspNetCore.Http;
using Navo.Integrations.Testing.Confluence.Cql;
using Navo.Integrations.Testing.Hosting;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>Records a request, signs its caller in, runs the resource and writes what it answers.</summary>
internal sealed class RequestPipeline(SimulatorContext simulator, RequestLog log)
{
    private const string BodyKey = "body";
    private const string AccountKey = "account";

    public async Task RecordAsync(HttpContext http, RequestDelegate next)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
        http.Items[BodyKey] = body;
        SignIn(http);
        string kept = http.Request.Path == OAuthResources.TokenPath ? OAuthResources.WithoutSecrets(body)
            : http.Request.Path.Value?.Contains(DataCenter.WebhookResources.Path, StringComparison.Ordinal) is true ? DataCenter.WebhookResources.WithoutSecrets(body)
            : body;
        RecordedExchange exchange = new(http, log, kept, (http.Items[AccountKey] as Caller)?.User?.AccountId);
        await exchange.RunAsync(() => next(http)).ConfigureAwait(false);
    }

    public RequestDelegate Resource(ApiFlavor flavor, Func<SimulatedCall, Answer> resource) =>
        http => WriteAsync(http, Run(http, flavor, resource));

    public static string BodyOf(HttpContext http) => (string)http.Items[BodyKey]!;

    public static Task WriteAsync(HttpContext http, Answer answer)
    {
        var bytes = answer.Bytes ?? Encoding.UTF8.GetBytes(answer.Body?.ToJsonString() ?? "");
        http.Response.StatusCode = answer.Status;
        if (answer.Status == 204)
        {
            return Task.CompletedTask; // no body, and nothing that speaks of one
        }

        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = bytes.Length;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private void SignIn(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var authenticator = new Authenticator(simulator.Site.State, simulator.OAuth);
        http.Items[AccountKey] = simulator.Edition is ConfluenceEdition.DataCenter
            ? authenticator.DataCenter(header)
            : authenticator.Cloud(header, IsGateway(http));
    }

    private Answer Run(HttpContext http, ApiFlavor flavor, Func<SimulatedCall, Answer> resource)
    {
        if (http.Items[AccountKey] is not Caller caller)
        {
            return IsGateway(http)
                ? ApiErrors.Gateway(401, "Unauthorized; scope does not match")
                : ApiErrors.Of(ApiErrorException.Unauthorized("The credentials are missing or wrong."), flavor);
        }

        try
        {
            return resource(new SimulatedCall(http.Request, BodyOf(http), simulator, caller));
        }
        catch (CqlSyntaxException error)
        {
            var cql = http.Request.Query["cql"].ToString();
            return ApiErrors.Of(ApiErrorException.BadRequest($"Could not parse cql : {cql} : {error.Message}"), flavor);
        }
        catch (ApiErrorException error)
        {
            return ApiErrors.Of(error, flavor);
        }
    }

    private static bool IsGateway(HttpContext http) => http.Request.Path.StartsWithSegments("/ex/confluence", StringComparison.Ordinal);
}
