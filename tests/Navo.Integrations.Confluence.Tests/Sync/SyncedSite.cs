using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Internal.Sync;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Core.Tests.Sync;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Confluence.Tests.Sync;

/// <summary>A simulated site and a copy of it that a sync keeps.</summary>
internal sealed class SyncedSite : IAsyncDisposable
{
    private readonly SimulatedConfluence _confluence;

    private SyncedSite(SimulatedConfluence confluence, FakeTimeProvider time)
    {
        (_confluence, Time) = (confluence, time);
        Editor = new(confluence.Simulator.Site);
        Reset();
    }

    public FakeTimeProvider Time { get; }

    public SiteEditor Editor { get; }

    public ConfluenceSimulator Simulator => _confluence.Simulator;

    public IServiceProvider Services => _confluence.Services;

    public SkipLedger Ledger { get; private set; } = null!;

    public CrashingInventory Inventory { get; private set; } = null!;

    public SiteCopy Copy { get; private set; } = null!;

    public ContentSync Sync { get; private set; } = null!;

    public SyncCheckpoint? Checkpoint { get; set; }

    public static async Task<SyncedSite> StartAsync(ConfluenceEdition edition, int? maxPageSize = null, string zone = "Europe/Berlin", Action<ConfluenceOptions>? configure = null)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        ConfluenceSite people = ConfluenceSite.CreateKnowledgeBase(time);
        ConfluenceSite site = new(time) { TimeZoneId = zone };
        site.Change(_ => people.State);
        return new(await SimulatedConfluence.StartAsync(edition, time, maxPageSize: maxPageSize, site: site, configure: options =>
        {
            options.Http.MaxRetryAttempts = 0; // nobody moves the clock while a test waits
            options.Http.BreakerMinimumThroughput = int.MaxValue;
            configure?.Invoke(options);
        }), time);
    }

    /// <summary>An empty site and a copy of nothing.</summary>
    public void Reset()
    {
        Editor.Clear();
        Ledger?.Dispose();
        (Ledger, Inventory, Copy, Checkpoint) = (new(), new(), new(Simulator.Site), null);
        Sync = new(SyncRegistration.Create(Services, new("confluence", string.Empty)), Inventory, Ledger, Time);
    }

    public async Task<(List<ContentChange> Changes, SyncReport Report)> RunAsync(SyncOptions? options = null, params string[] spaces)
    {
        ISyncRun run = Sync.SyncAsync(new() { Containers = spaces }, Checkpoint, options, TestContext.Current.CancellationToken);
        List<ContentChange> changes = [];
        await foreach (ContentChange change in run)
        {
            Copy.Apply(change);
            changes.Add(change);
            await run.AcknowledgeAsync(change, TestContext.Current.CancellationToken);
        }

        Checkpoint = new(run.Checkpoint.ToJson());
        return (changes, run.Report);
    }

    /// <summary>What was told, in short.</summary>
    public static string[] Told(IEnumerable<ContentChange> changes) => [.. changes.Select(change => change switch
    {
        ContentUpserted { IsNew: true } => $"new {change.Id}",
        ContentUpserted => $"changed {change.Id}",
        ContentMoved => $"moved {change.Id}",
        ContentDeleted deleted => $"{deleted.Cause} {change.Id}",
        ContentSkipped skipped => $"skipped {change.Id} {skipped.Item.Reason}",
        _ => $"access {change.Id}",
    }).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        Ledger.Dispose();
        await _confluence.DisposeAsync();
    }
}
