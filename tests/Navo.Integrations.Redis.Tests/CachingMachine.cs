using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Tests;

/// <summary>A machine of an application whose second level of the cache is a Redis.</summary>
internal sealed class CachingMachine : IAsyncDisposable
{
    private static readonly IntegrationOperation Search = new("search") { Region = CacheRegion.Response };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;
    private readonly IIntegrationPipeline _pipeline;

    public CachingMachine(RedisServer server, string prefix, Action<CacheStoreOptions>? configure = null)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));
        services.AddStackExchangeRedisCache(options =>
        {
            options.InstanceName = prefix;
            options.ConfigurationOptions = ConfigurationOptions.Parse(server.ConnectionString);
            options.ConfigurationOptions.AbortOnConnectFail = false;
        });
        services.AddNavoIntegrations();
        services.Configure<CacheStoreOptions>(options => configure?.Invoke(options));
        _services = services.BuildServiceProvider();
        _pipeline = _services.GetRequiredService<IIntegrationPipelineFactory>().Create(new("confluence"), static () => new Options());
    }

    /// <summary>How often the source was asked.</summary>
    public int Asked { get; private set; }

    public async Task<ResultOriginKind> AskAsync(string text)
    {
        IntegrationCall<SearchPage> call = new(AccessContext.Service, _ => Task.FromResult(Answer(text)), text);
        SearchPage page = await _pipeline.ExecuteAsync(Search, call, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(text, Assert.Single(page.Hits).Title);
        return page.Origin.Kind;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private SearchPage Answer(string text)
    {
        Asked++;
        return new() { Hits = [new() { Id = new("1"), Source = new("confluence"), Title = text, Kind = ContentKind.Page }], Total = SearchTotal.Estimated(1) };
    }

    private sealed class Options : IntegrationOptions;
}
