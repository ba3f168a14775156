using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>The real client, with the real address of Graph, on a <see cref="HostileGraph"/> in memory and a clock that stands still.</summary>
internal sealed class HostileSharePoint : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time;
    private readonly ServiceProvider _services;

    public HostileSharePoint(Action<SharePointOptions>? configure = null, Action<IServiceCollection>? register = null, DateTimeOffset? start = null)
    {
        _time = new(start ?? new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<IAuditSink>(Output);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Output));
        services.AddNavoIntegrations().AddTextExtraction().AddSharePoint(options =>
        {
            options.AccessToken = DecentTenant.Canary;
            options.SearchRegion = "NAM";
            options.ResourceUnitsPerMinute = 0;
            options.Cache.Enabled = false;
            options.Http.MaxRetryAttempts = 0;
            options.Http.BreakerMinimumThroughput = 10_000;
            configure?.Invoke(options);
        });
        foreach (string client in (string[])["navo:sharepoint", "navo:sharepoint:token", "navo:sharepoint:downloads"])
        {
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => Graph);
        }

        register?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public HostileGraph Graph { get; } = new();

    public CapturedOutput Output { get; } = new();

    public IServiceProvider Services => _services;

    public FakeTimeProvider Time => _time;

    public ISharePointClient Client => _services.GetRequiredService<ISharePointClient>();

    /// <summary>Whatever the call throws; null where it succeeds. Anything but the family, cancellation and bad arguments fails the test, and so does a secret in its text.</summary>
    public static async Task<Exception?> FailureOfAsync(Func<Task> call, string what)
    {
        Exception? failure = await Record.ExceptionAsync(() => Task.Run(call).WaitAsync(Patience, TimeProvider.System));
        Assert.True(failure is null or IntegrationException, $"{what}: {failure}");
        for (Exception? link = failure; link is not null; link = link.InnerException)
        {
            Assert.DoesNotContain(DecentTenant.Canary, $"{link} {(link as IntegrationException)?.Remedy} {(link as IntegrationException)?.ErrorCode}", StringComparison.Ordinal);
        }

        return failure;
    }

    /// <summary>Credentials went to Graph only, and nothing went where nobody should go.</summary>
    public void AssertKept()
    {
        Assert.All(Graph.Requests, request => Assert.True(request.Address.Host == "graph.microsoft.com" || request.Authorization is null, $"{request.Address} got credentials"));
        Assert.DoesNotContain(Graph.Requests, request => request.Address.Host.EndsWith("evil.example", StringComparison.Ordinal) || request.Address.Scheme != Uri.UriSchemeHttps);
        Assert.DoesNotContain(DecentTenant.Canary, Output.Text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await Disposal.RunAsync(_services, _time);
        Graph.Dispose();
        Output.Dispose();
    }
}
