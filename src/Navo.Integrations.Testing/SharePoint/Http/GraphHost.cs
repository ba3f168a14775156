using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Navo.Integrations.Testing.Hosting;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>The host of Graph and of the authority: reads a request, records it, lets faults strike, and writes the answer.</summary>
internal static class GraphHost
{
    public static async Task AnswerAsync(HttpContext http, GraphServer server, RequestLog log)
    {
        using StreamReader reader = new(http.Request.Body, Encoding.UTF8);
        string body = await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        GraphRequest request = GraphRequest.Of(
            http.Request.Method, target, http.Request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())), body);
        GraphCaller? caller = server.Tokens.Read(request.Header("Authorization"));
        RecordedExchange exchange = new(http, log, AuthorityResources.WithoutSecrets(request), caller?.Name);
        await exchange.RunAsync(() => server.Faults.ApplyAsync(http, _ => RespondAsync(http, server, request))).ConfigureAwait(false);
    }

    private static async Task RespondAsync(HttpContext http, GraphServer server, GraphRequest request)
    {
        GraphAnswer answer = await server.AnswerAsync(request, http.RequestAborted).ConfigureAwait(false);
        byte[] bytes = Encoding.UTF8.GetBytes(answer.Body?.ToJsonString() ?? string.Empty);
        http.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (answer.Status is not (204 or 304))
        {
            http.Response.ContentLength = bytes.Length;
            http.Response.ContentType = bytes.Length > 0 ? "application/json" : null;
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
