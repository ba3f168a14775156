using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Navo.Integrations.Testing.Hosting;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>Reads a request, records it, lets faults strike, and writes the answer or the error.</summary>
internal static class OpenAiHost
{
    public static async Task AnswerAsync(HttpContext http, OpenAiServer server, RequestLog log)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted).ConfigureAwait(false);
        body.Position = 0;
        http.Request.Body = body;
        string text = http.Request.HasFormContentType ? string.Empty : Encoding.UTF8.GetString(body.ToArray());
        OpenAiApiKey? key = Authenticator.Find(server.Organization, http.Request);
        Tell(http, server, key);
        RecordedExchange exchange = new(http, log, text, key?.Id);
        await exchange.RunAsync(() => server.Faults.ApplyAsync(http, _ => RespondAsync(http, server, key, text))).ConfigureAwait(false);
    }

    public static Task WriteAsync(HttpContext http, int status, string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, 0, bytes.Length, http.RequestAborted);
    }

    private static async Task RespondAsync(HttpContext http, OpenAiServer server, OpenAiApiKey? key, string body)
    {
        try
        {
            Authenticator.Check(server.Organization, http.Request, key);
            await OpenAiRoutes.AnswerAsync(new(server, http, key!, body)).ConfigureAwait(false);
        }
        catch (OpenAiError error)
        {
            foreach ((string name, string value) in error.Headers)
            {
                http.Response.Headers[name] = value;
            }

            await WriteAsync(http, error.Status, error.Body().ToJsonString()).ConfigureAwait(false);
        }
        catch (StreamEndedException)
        {
            // A fault has written what the caller shall see.
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has left: nobody reads an answer.
        }
    }

    private static void Tell(HttpContext http, OpenAiServer server, OpenAiApiKey? key)
    {
        long start = server.Time.GetTimestamp();
        IHeaderDictionary headers = http.Response.Headers;
        headers["x-request-id"] = server.NextId("req_", 32);
        headers["openai-version"] = "2020-10-01";
        headers["openai-organization"] = key is null ? default : server.Organization.OrganizationId;
        headers["openai-project"] = key?.ProjectId;
        http.Response.OnStarting(() =>
        {
            headers["openai-processing-ms"] = server.Time.GetElapsedTime(start).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
    }
}
