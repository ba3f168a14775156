using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.AspNetCore.Tests;

/// <summary>A whole application on loopback: an integration, a service that keeps a copy in step, and the endpoint that the source tells.</summary>
internal sealed class SyncedApplication : IContentChangeHandler, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _integration;
    private DateTimeOffset? _ended;     // the start of the run that ended last

    private SyncedApplication(FakeTimeProvider time, string integration, Action<INavoIntegrationsBuilder, Uri> add)
    {
        (Time, _integration) = (time, integration);
        int port = FreePort();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<ICheckpointStore>(new MemoryCheckpoints());
        builder.Services.AddSingleton<ISkipLedger>(new SkipLedger());
        builder.Services.AddKeyedSingleton<ISyncInventory>(integration, new InMemorySyncInventory());
        builder.Services.AddKeyedSingleton<IContentChangeHandler>(integration, this);
        INavoIntegrationsBuilder navo = builder.Services.AddNavoIntegrations();
        add(navo, new($"http://127.0.0.1:{port}/navo/{integration}"));
        navo.AddContentSyncService<Unused>(IntegrationName.Parse(integration), static options => options.AccessInterval = null);
        _app = builder.Build();
        _app.MapNavoNotifications();
    }

    public FakeTimeProvider Time { get; }

    public List<ContentChange> Told { get; } = [];

    public List<SyncReport> Runs { get; } = [];

    public ContentSyncStatus Status => _app.Services.GetRequiredKeyedService<IContentSyncService>(_integration).Status;

    public static async Task<SyncedApplication> StartAsync(FakeTimeProvider time, string integration, Action<INavoIntegrationsBuilder, Uri> add)
    {
        SyncedApplication application = new(time, integration, add);
        await application._app.StartAsync();
        return application;
    }

    public ValueTask HandleAsync(ContentChange change, CancellationToken cancellationToken)
    {
        lock (Told)
        {
            Told.Add(change);
        }

        return default;
    }

    public ValueTask EndAsync(SyncReport report, CancellationToken cancellationToken)
    {
        lock (Told)
        {
            Runs.Add(report);
            _ended = Status.LastStarted;
        }

        return default;
    }

    /// <summary>Waits, without letting time pass.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (!Holds(condition))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Lets time pass until nothing is due for an hour.</summary>
    public async Task RestAsync()
    {
        for (int step = 0; step < 1000 && !(Status.NextDue - Time.GetUtcNow() >= TimeSpan.FromMinutes(30)); step++) // null while the first run is not over
        {
            await SettleAsync();
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        Time.Advance(TimeSpan.FromMinutes(2)); // past the shortest interval
    }

    /// <summary>Waits until nothing is due. The service may have begun its wait just after time passed, and then only more time wakes it; but none passes during a run, whose requests would time out.</summary>
    private async Task SettleAsync()
    {
        long began = Stopwatch.GetTimestamp();
        while (!(Status.NextDue > Time.GetUtcNow()) && Stopwatch.GetElapsedTime(began) < (Status.LastStarted == _ended ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromSeconds(30)))
        {
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private bool Holds(Func<bool> condition)
    {
        lock (Told)
        {
            return condition();
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Unused : IContentChangeHandler
    {
        public ValueTask HandleAsync(ContentChange change, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class MemoryCheckpoints : ICheckpointStore
    {
        private readonly Dictionary<string, SyncCheckpoint> _saved = [];

        public ValueTask<SyncCheckpoint?> LoadAsync(string key, CancellationToken cancellationToken = default) => new(_saved.GetValueOrDefault(key));

        public ValueTask SaveAsync(string key, SyncCheckpoint checkpoint, CancellationToken cancellationToken = default)
        {
            _saved[key] = checkpoint;
            return default;
        }
    }
}
