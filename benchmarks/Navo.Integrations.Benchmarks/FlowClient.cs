using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Benchmarks;

/// <summary>One or more sources on servers of their own, registered as a user would, with every request counted.</summary>
internal sealed class FlowClient : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _requests;

    public FlowClient(int atOnce, params Uri[] addresses)
    {
        ServiceCollection services = new();
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Counter(this)));
        INavoIntegrationsBuilder builder = services.AddNavoIntegrations();
        for (int i = 0; i < addresses.Length; i++)
        {
            Uri address = addresses[i];
            builder.AddConfluence(i == 0 ? string.Empty : $"s{i}", options =>
            {
                options.BaseUrl = address;
                options.Deployment = ConfluenceDeployment.Cloud;
                options.Username = "navo@example.test";
                options.ApiToken = "benchmark";
                options.UseGateway = false;
                options.IncludeAttachments = false;
                options.Http.MaxConcurrentRequests = atOnce;
                options.Cache.Permission.Lifetime = TimeSpan.FromHours(1); // "kept" holds for as long as is measured
            });
        }

        _services = services.BuildServiceProvider();
    }

    public int Requests => Volatile.Read(ref _requests);

    public IConfluenceClient Confluence => _services.GetRequiredService<IConfluenceClient>();

    public IFederatedSearch Federation => _services.GetRequiredService<IFederatedSearch>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Counter(FlowClient owner) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref owner._requests);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
