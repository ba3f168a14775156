namespace Navo.Integrations.Benchmarks;

/// <summary>The other process: answers every request with the same bytes, and ends when its input does.</summary>
internal static class SearchServer
{
    public static Task RunAsync() => LoopbackServer.RunAsync(static context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = SearchAnswer.Json.Length;
        return context.Response.Body.WriteAsync(SearchAnswer.Json).AsTask();
    });
}
