using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Core.Tests.Http;

namespace Navo.Integrations.Core.Tests.Sync.Service;

/// <summary>A model tenant, and an application with a service that keeps a copy of it in step, on fake time.</summary>
internal sealed class ServiceWorld : IContentChangeHandler, IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly IHostedService _hosted;

    public ServiceWorld(Action<ContentSyncServiceOptions>? configure = null)
    {
        Source = new(Tenant);
        Copy = new(Tenant);
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ICheckpointStore>(Checkpoints);
        services.AddSingleton<ICacheInvalidationExchange>(Invalidations);
        services.AddSingleton<ISkipLedger>(new SkipLedger());
        services.AddKeyedSingleton<ISyncInventory>("model", new InMemorySyncInventory());
        services.AddKeyedSingleton<INotificationSource>("model", Notifications);
        services.AddKeyedSingleton<IContentChangeHandler>("model", this);
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(Logs)));
        services.AddNavoIntegrations().AddContentSync(Source.Name, _ => Source).AddContentSyncService<NoHandler>(Source.Name, options =>
        {
            options.AccessInterval = null;
            configure?.Invoke(options);
        });
        _provider = services.BuildServiceProvider(validateScopes: true);
        _hosted = _provider.GetServices<IHostedService>().Single(service => service is IContentSyncService);
        Service = _provider.GetRequiredKeyedService<IContentSyncService>("model");
    }

    public FakeTimeProvider Time { get; } = new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    public ModelTenant Tenant { get; } = new();

    public ModelSource Source { get; }

    public ModelCopy Copy { get; }

    public MemoryCheckpoints Checkpoints { get; } = new();

    public RecordedInvalidations Invalidations { get; } = new();

    public ScriptedNotifications Notifications { get; } = new();

    public FakeLogCollector Logs { get; } = FakeLogCollector.Create(new());

    public IContentSyncService Service { get; }

    public NotificationQueue Queue => _provider.GetRequiredService<NotificationQueue>();

    public List<SyncReport> Reports { get; } = [];

    public List<ContentChange> Told { get; } = [];

    /// <summary>Throws where the copy can't be written.</summary>
    public Action<ContentChange> OnChange { get; set; } = _ => { };

    public ValueTask HandleAsync(ContentChange change, CancellationToken cancellationToken)
    {
        Told.Add(change);
        OnChange(change);
        Copy.Apply(change);
        return default;
    }

    public ValueTask EndAsync(SyncReport report, CancellationToken cancellationToken)
    {
        Reports.Add(report);
        return default;
    }

    public Task StartAsync() => _hosted.StartAsync(CancellationToken.None);

    public Task StopAsync() => _hosted.StopAsync(CancellationToken.None);

    /// <summary>Lets time pass until something holds.</summary>
    public async Task PassUntilAsync(Func<bool> condition)
    {
        for (int i = 0; i < 10_000 && !condition(); i++)
        {
            for (int turn = 0; turn < 1000 && !condition() && !IsIdle(); turn++)
            {
                await Task.Yield(); // the service may have begun its wait just after time passed: then only more time wakes it
            }

            if (!condition())
            {
                Time.Advance(TimeSpan.FromSeconds(10));
            }
        }

        Assert.True(condition(), "it never came about");
    }

    public Task UntilAsync(Func<bool> condition) => DeadlineAndQueueTests.UntilAsync(condition);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _provider.DisposeAsync();
    }

    /// <summary>Whether the service waits for time to pass.</summary>
    private bool IsIdle() => Service.Status.NextDue > Time.GetUtcNow();

    internal sealed class NoHandler : IContentChangeHandler
    {
        public ValueTask HandleAsync(ContentChange change, CancellationToken cancellationToken) => throw new InvalidOperationException("the test's own is registered before");
    }
}
