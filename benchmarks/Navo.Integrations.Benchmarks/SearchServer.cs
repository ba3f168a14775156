using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Navo.Integrations.Benchmarks;

/// <summary>The other process: answers every request with the same bytes, and ends when its input does.</summary>
internal static class SearchServer
{
    public static async Task RunAsync()
    {
        Cores.Pin(first: false);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication app = builder.Build();
        app.Run(static context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = SearchAnswer.Json.Length;
            return context.Response.Body.WriteAsync(SearchAnswer.Json).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
    }
}
