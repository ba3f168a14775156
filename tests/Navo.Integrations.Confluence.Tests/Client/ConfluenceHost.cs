using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using RichardSzalay.MockHttp;

namespace Navo.Integrations.Confluence.Tests.Client;

/// <summary>A Confluence client registered as a user would, whose socket is a mock: a request that no test arranged throws.</summary>
internal sealed class ConfluenceHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ConfluenceHost(Action<ConfluenceOptions>? configure = null, bool isDataCenter = false)
    {
        Wire = new MockHttpMessageHandler();
        Wire.Fallback.Respond(request => IsQuestionAboutAccount(request)
            ? new(HttpStatusCode.OK) { Content = new StringContent("""{"type":"known","username":"navo","userKey":"k-navo"}""", null, "application/json") }
            : throw new InvalidOperationException($"Nobody arranged {request.Method} {request.RequestUri}"));
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(Time);
        services.AddNavoIntegrations().AddConfluence(options =>
        {
            options.BaseUrl = new(isDataCenter ? "https://wiki.example.test/confluence" : "https://acme.atlassian.net");
            options.Username = "navo@example.test";
            options.ApiToken = "canary-token";
            options.Cache.Enabled = false;
            options.Http.MaxRetryAttempts = 0;
            configure?.Invoke(options);
        });
        services.AddHttpClient("navo:confluence").ConfigurePrimaryHttpMessageHandler(() => new ContractHandler(isDataCenter ? "DataCenter" : "Cloud", Wire));
        services.AddHttpClient("navo:confluence:discovery").ConfigurePrimaryHttpMessageHandler(() => Wire);
        services.AddHttpClient("navo:confluence:downloads").ConfigurePrimaryHttpMessageHandler(() => Wire);
        _services = services.BuildServiceProvider();
    }

    public static AccessContext Ada { get; } = AccessContext.ForUser(new(PrincipalSchemes.AtlassianAccount, "ada-1"));

    public static AccessContext AdaByName { get; } = AccessContext.ForUser(new(PrincipalSchemes.ConfluenceUsername, "ada"));

    public FakeTimeProvider Time { get; } = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public MockHttpMessageHandler Wire { get; }

    public IConfluenceClient Client => _services.GetRequiredService<IConfluenceClient>();

    public MockedRequest Answer(string path, string json, HttpStatusCode status = HttpStatusCode.OK) =>
        Wire.When(Absolute(path)).Respond(status, "application/json", json);

    public string Absolute(string path) => path.StartsWith("https://", StringComparison.Ordinal) ? path
        : path.StartsWith("/rest", StringComparison.Ordinal) ? $"https://wiki.example.test/confluence{path}"
        : $"https://acme.atlassian.net{path}";

    /// <summary>Data Center is asked once for the account before the first answer is trusted.</summary>
    private static bool IsQuestionAboutAccount(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith("/rest/api/user/current", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => new(Disposal.RunAsync(_services, Time));
}
