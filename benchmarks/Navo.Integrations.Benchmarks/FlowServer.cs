using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Benchmarks;

/// <summary>A Confluence of 2,000 pages of 10 KB, each answer of which takes as long as it is told. The most requests that it had at once it tells at <c>/most</c>.</summary>
internal static class FlowServer
{
    public const int FirstId = 1_310_700;

    private static readonly JsonSerializerOptions AsTheVendor = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly int Seed = Environment.ProcessId; // each server has pages of its own
    private static readonly byte[] Few = SearchAnswer.Of(SearchAnswer.Hits, Seed);
    private static readonly byte[] Many = SearchAnswer.Of(100, Seed);
    private static readonly byte[] Allowed = "{\"hasPermission\":true,\"errors\":[]}"u8.ToArray();
    private static readonly byte[] None = "{\"results\":[],\"_links\":{}}"u8.ToArray();
    private static readonly byte[] Space = "{\"id\":\"98306\",\"key\":\"ENG\",\"name\":\"Engineering\",\"type\":\"global\",\"status\":\"current\"}"u8.ToArray();
    // Escaped as the vendor's answers are: .NET's own default writes six bytes for every angle bracket and quote, and makes 18 KB of a page of 10.
    private static readonly string Storage = JsonSerializer.Serialize(string.Concat(Enumerable.Range(1, 49).Select(static n => string.Create(
        CultureInfo.InvariantCulture, $"<h2>Step {n}</h2><p>Roll out the <strong>service</strong> behind a flag, watch the <a href=\"https://example.test/{n}\">error budget</a>, then go on.</p><ul><li>one</li><li>two, with <code>code</code></li></ul>"))), AsTheVendor);

    private static int _now, _most;

    public static Task RunAsync(TimeSpan latency) => LoopbackServer.RunAsync(async context =>
    {
        if (context.Request.Path == "/most")
        {
            await context.Response.WriteAsync(_most.ToString(CultureInfo.InvariantCulture));
            return;
        }

        int now = Interlocked.Increment(ref _now);
        _most = Math.Max(_most, now);
        await Task.Delay(latency);
        byte[] answer = AnswerOf(context.Request.Path.Value!, context.Request.Query["limit"] == "100");
        Interlocked.Decrement(ref _now);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    });

    private static byte[] AnswerOf(string path, bool isMany) => path switch
    {
        "/wiki/rest/api/search" => isMany ? Many : Few,
        _ when path.EndsWith("/permission/check", StringComparison.Ordinal) => Allowed,
        _ when path.StartsWith("/wiki/api/v2/pages/", StringComparison.Ordinal) => Page(path[(path.LastIndexOf('/') + 1)..]),
        _ when path.StartsWith("/wiki/api/v2/spaces/", StringComparison.Ordinal) => Space,
        _ => None,
    };

    private static byte[] Page(string id) => Encoding.UTF8.GetBytes(
        $$$"""
        {"id":"{{{id}}}","status":"current","title":"Deploying, part {{{id}}}","spaceId":"98306","authorId":"712020:5f0c","createdAt":"2026-10-01T08:00:00.000Z","version":{"number":3,"createdAt":"2026-10-02T08:00:00.000Z","authorId":"712020:5f0c"},"labels":{"results":[{"id":"1","name":"runbook","prefix":"global"}],"meta":{"hasMore":false},"_links":{}},"body":{"storage":{"representation":"storage","value":{{{Storage}}}}},"_links":{"webui":"/spaces/ENG/pages/{{{id}}}"}}
        """);
}
