using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handbook.Tests;

/// <summary>A handbook on loopback: its pages, its search, its token, and whatever is to go wrong.</summary>
internal sealed class HandbookSimulator : IAsyncDisposable
{
    public const string Token = "handbook-token-1";

    private readonly ConcurrentDictionary<string, HandbookPage> _pages = new(StringComparer.Ordinal);
    private readonly WebApplication _server;
    private int _requests;

    private HandbookSimulator(WebApplication server)
    {
        _server = server;
        server.Use(AnswerAsync);
        server.MapGet("/api/status", () => new { Status = "up" });
        server.MapGet("/api/pages/{id}", (string id) => _pages.TryGetValue(id, out HandbookPage? page) ? Results.Ok(page) : Results.NotFound());
        server.MapGet("/api/search", Search);
    }

    public Uri BaseUrl => new($"{_server.Urls.Single()}/");

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>What answers every request instead of the handbook; null for nothing.</summary>
    public RequestDelegate? Fault { get; set; }

    public static async Task<HandbookSimulator> StartAsync(CancellationToken token)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        HandbookSimulator simulator = new(builder.Build());
        await simulator._server.StartAsync(token);
        return simulator;
    }

    public void Add(HandbookPage page) => _pages[page.Id] = page;

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        Interlocked.Increment(ref _requests);
        if (Fault is { } fault)
        {
            return fault(http);
        }

        http.Response.StatusCode = http.Request.Headers.Authorization == $"Bearer {Token}" ? 200 : 401;
        return http.Response.StatusCode == 200 ? next(http) : Task.CompletedTask;
    }

    private IResult Search(string q, int limit, int cursor = 0)
    {
        HandbookPage[] found = [.. _pages.Values.Where(page => Has(page, q)).OrderBy(page => page.Id, StringComparer.Ordinal)];
        int end = Math.Min(cursor + limit, found.Length);
        return Results.Ok(new
        {
            Results = found.Take(cursor..end).Select(page => new { page.Id, page.Title }),
            Total = found.Length,
            Next = end < found.Length ? $"{end}" : null,
        });
    }

    private static bool Has(HandbookPage page, string words) =>
        words.Split(' ').All(word => $"{page.Title} {page.Text}".Contains(word, StringComparison.OrdinalIgnoreCase));
}
