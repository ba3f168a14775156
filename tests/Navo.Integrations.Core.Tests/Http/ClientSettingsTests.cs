using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Http.Tls;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>How the clients of an integration and of its downloads are set: what is on, and what must be off.</summary>
public sealed class ClientSettingsTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(3);

    [Fact]
    public void T05_The_socket_of_an_integration_follows_nothing_and_keeps_no_cookies()
    {
        using ServiceProvider services = Services(out HttpClientFactoryOptions options, builder => builder.AddIntegrationHandlers(_ => Settings()));
        SocketsHttpHandler socket = SocketOf(services);
        Assert.Equal((false, false, DecompressionMethods.All, Lifetime), (socket.AllowAutoRedirect, socket.UseCookies, socket.AutomaticDecompression, socket.PooledConnectionLifetime));
        AssertUnbounded(services, options);
    }

    [Theory]
    [InlineData("https://wiki.example.com", true)]
    [InlineData("http://127.0.0.1:8090", false)]
    public void T14_The_socket_of_downloads_follows_nothing_and_checks_where_it_connects_to(string api, bool isChecked)
    {
        using ServiceProvider services = Services(out HttpClientFactoryOptions options, builder => builder.AddDownloadHandlers(_ => Settings(api)));
        SocketsHttpHandler socket = SocketOf(services);
        Assert.Equal((false, false, DecompressionMethods.None, Lifetime), (socket.AllowAutoRedirect, socket.UseCookies, socket.AutomaticDecompression, socket.PooledConnectionLifetime));
        Assert.Equal(isChecked, socket.ConnectCallback is not null);
        AssertUnbounded(services, options);
    }

    [Fact]
    public void The_settings_of_tls_reach_both_sockets()
    {
        IntegrationTlsOptions tls = new() { CertificateAuthorityFiles = ["absent.pem"] };
        using ServiceProvider integration = Services(out _, builder => builder.AddIntegrationHandlers(_ => Settings(tls: tls)));
        using ServiceProvider downloads = Services(out _, builder => builder.AddDownloadHandlers(_ => Settings(tls: tls)));
        Assert.NotNull(Record.Exception(() => SocketOf(integration)));
        Assert.NotNull(Record.Exception(() => SocketOf(downloads)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task Downloads_are_tried_as_often_as_the_integration(int retries, int sent)
    {
        IntegrationHttpSettings settings = Settings();
        settings.Options.MaxRetryAttempts = retries;
        HttpClock clock = new();
        using ScriptedHandler server = new(clock, Answers.InOrder(() => Answers.Status(HttpStatusCode.BadGateway)));
        using ServiceProvider services = Services(out _, builder => builder.AddDownloadHandlers(_ => settings).ConfigurePrimaryHttpMessageHandler(() => server), clock);
        Task<HttpResponseMessage> call = services.GetRequiredService<IHttpClientFactory>().CreateClient("x").GetAsync(new Uri("https://files.example.net/1"), HttpHarness.Token);
        while (!call.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using HttpResponseMessage response = await call;
        Assert.Equal((HttpStatusCode.BadGateway, sent), (response.StatusCode, server.Count));
    }

    [Fact]
    public async Task F12_A_download_that_does_not_begin_is_given_up_after_the_time_of_an_attempt()
    {
        IntegrationHttpSettings settings = Settings();
        settings.Options.MaxRetryAttempts = 0;
        HttpClock clock = new();
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ScriptedHandler server = new(clock, async (_, _, token) =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Answers.Json();
        });
        using ServiceProvider services = Services(out _, builder => builder.AddDownloadHandlers(_ => settings).ConfigurePrimaryHttpMessageHandler(() => server), clock);
        Task<HttpResponseMessage> call = services.GetRequiredService<IHttpClientFactory>().CreateClient("x").GetAsync(new Uri("https://files.example.net/1"), HttpHarness.Token);
        await reached.Task.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        clock.Advance(settings.Options.AttemptTimeout);
        await Assert.ThrowsAnyAsync<Polly.Timeout.TimeoutRejectedException>(() => call.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
    }

    private static void AssertUnbounded(ServiceProvider services, HttpClientFactoryOptions options)
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, options.HandlerLifetime); // the socket renews its connections itself
        Assert.Equal(Timeout.InfiniteTimeSpan, services.GetRequiredService<IHttpClientFactory>().CreateClient("x").Timeout);
    }

    private static ServiceProvider Services(out HttpClientFactoryOptions options, Action<IHttpClientBuilder> configure, TimeProvider? time = null)
    {
        ServiceCollection services = new();
        services.AddSingleton(time ?? new HttpClock());
        services.AddLogging();
        configure(services.AddHttpClient("x"));
        ServiceProvider provider = services.BuildServiceProvider();
        options = provider.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<HttpClientFactoryOptions>>().Get("x");
        return provider;
    }

    private static SocketsHttpHandler SocketOf(ServiceProvider services)
    {
        HttpMessageHandler handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("x");
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler!;
        }

        return Assert.IsType<SocketsHttpHandler>(handler);
    }

    private static IntegrationHttpSettings Settings(string api = "https://wiki.example.com", IntegrationTlsOptions? tls = null) => new()
    {
        Integration = Samples.Confluence,
        Options = new() { PooledConnectionLifetime = Lifetime },
        TotalTimeout = TimeSpan.FromSeconds(100),
        AllowedOrigins = [new(api)],
        Credentials = new TestCredentials().Source,
        ErrorBodies = new JsonErrorBodies(),
        Tls = tls ?? new(),
    };
}
