using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>A tenant, its sync and a copy.</summary>
internal sealed class SyncWorld : IDisposable
{
    public SyncWorld(int items = 0, ISyncInventory? inventory = null, bool tellsInRounds = false, bool tellsTouched = false)
    {
        for (int i = 0; i < items; i++)
        {
            Tenant.Create(Tenant.Partitions[i % 2]);
        }

        Source = new(Tenant) { TellsInRounds = tellsInRounds, TellsTouched = tellsTouched };
        Copy = new(Tenant);
        Inventory = inventory ?? new InMemorySyncInventory();
        Sync = new(Source, Inventory, Ledger, Time);
    }

    public FakeTimeProvider Time { get; } = new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    public ModelTenant Tenant { get; } = new();

    public ModelSource Source { get; }

    public ModelCopy Copy { get; }

    public ISyncInventory Inventory { get; }

    public SkipLedger Ledger { get; } = new();

    public ContentSync Sync { get; }

    public SyncCheckpoint? Checkpoint { get; set; }

    public SyncReport Report { get; private set; } = new();

    /// <summary>Runs to the end, and carries out and acknowledges each change.</summary>
    public async Task<IReadOnlyList<ContentChange>> RunAsync(SyncOptions? options = null, SyncScope? scope = null)
    {
        ISyncRun run = Sync.SyncAsync(scope ?? SyncScope.All, Checkpoint, options);
        List<ContentChange> changes = [];
        await foreach (ContentChange change in run)
        {
            Copy.Apply(change);
            await run.AcknowledgeAsync(change);
            changes.Add(change);
        }

        (Checkpoint, Report) = (new(run.Checkpoint.ToJson()), run.Report);
        return changes;
    }

    public void RequireEqual() => Assert.Equal(Copy.Expected(), Copy.Lines());

    public void Dispose() => Ledger.Dispose();
}
