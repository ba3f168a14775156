using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http.Downloads;

public sealed class DownloadRetryTests
{
    [Fact]
    public async Task F05_a_host_that_a_redirect_leads_to_does_not_say_how_long_we_wait()
    {
        HttpClock clock = new();
        using ScriptedHandler server = new(clock, Answers.InOrder(() => Answers.Status(HttpStatusCode.ServiceUnavailable, ("Retry-After", "86400")), () => Answers.Status(HttpStatusCode.OK)));
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddHttpClient("files").AddDownloadHandlers(_ => Settings()).ConfigurePrimaryHttpMessageHandler(() => server);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("files");

        Task<HttpResponseMessage> download = http.GetAsync(new Uri("https://files.example.com/1"), HttpHarness.Token);
        TimeSpan wait = await clock.NextWaitAsync();
        clock.Advance(wait);
        using HttpResponseMessage response = await download.WaitAsync(HttpHarness.Patience, HttpHarness.Token);

        Assert.InRange(wait, TimeSpan.Zero, new IntegrationHttpOptions().MaxRetryDelay);
        Assert.Equal((HttpStatusCode.OK, 2), (response.StatusCode, server.Count));
    }

    private static IntegrationHttpSettings Settings() => new()
    {
        Integration = IntegrationName.Parse("drive"),
        Options = new(),
        TotalTimeout = TimeSpan.FromSeconds(100),
        AllowedOrigins = [new("https://graph.example.com")],
        Credentials = new TestCredentials().Source,
        ErrorBodies = new JsonErrorBodies(),
    };
}
