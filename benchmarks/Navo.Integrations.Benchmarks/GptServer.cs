using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Benchmarks;

/// <summary>The other process, as OpenAI: the same answer to every question, whole or as a stream, with the headers of its limits.</summary>
internal static class GptServer
{
    private const int EventsPerWrite = 10;

    private static readonly byte[][] ResponseEvents = Writes(GptAnswer.ResponseEvents);
    private static readonly byte[][] CompletionEvents = Writes(GptAnswer.CompletionEvents);

    public static Task RunAsync() => LoopbackServer.RunAsync(AnswerAsync);

    private static async Task AnswerAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        bool isStream = body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("\"stream\":true"u8) >= 0;
        bool isChat = http.Request.Path.Value!.EndsWith("/chat/completions", StringComparison.Ordinal);
        SetHeaders(http.Response.Headers);
        if (!isStream)
        {
            byte[] json = isChat ? GptAnswer.Completion : GptAnswer.Response;
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = json.Length;
            await http.Response.Body.WriteAsync(json);
            return;
        }

        http.Response.ContentType = "text/event-stream; charset=utf-8";
        foreach (byte[] events in isChat ? CompletionEvents : ResponseEvents)
        {
            await http.Response.Body.WriteAsync(events);
        }
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers["x-request-id"] = "req_5f0c1a2b3c4d5e6f708192a3b4c5d6e7";
        headers["openai-organization"] = "org-benchmark";
        headers["openai-processing-ms"] = "1843";
        headers["openai-version"] = "2020-10-01";
        headers["x-ratelimit-limit-requests"] = "600000000"; // more than a benchmark asks in a minute: else the pacing is measured
        headers["x-ratelimit-limit-tokens"] = "60000000000";
        headers["x-ratelimit-remaining-requests"] = "599990000";
        headers["x-ratelimit-remaining-tokens"] = "59999000000";
        headers["x-ratelimit-reset-requests"] = "1ms";
        headers["x-ratelimit-reset-tokens"] = "1ms";
    }

    private static byte[][] Writes(byte[][] events) => [.. events.Chunk(EventsPerWrite).Select(some => some.SelectMany(item => item).ToArray())];
}
