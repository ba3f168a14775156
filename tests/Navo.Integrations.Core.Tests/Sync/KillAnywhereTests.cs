using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Tests;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>Runs that are broken off anywhere, while the source changes and fails, end in a copy that equals the source.</summary>
public sealed class KillAnywhereTests
{
    private const int Histories = 4_000;

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public async Task F33_Row048_whatever_breaks_off_where_the_copy_ends_up_as_the_source_is(bool tellsDeletions, bool tellsAccess)
    {
        for (int seed = 0; seed < Histories / 2; seed++)
        {
            await PlayAsync(seed, tellsDeletions, tellsAccess);
        }
    }

    private static async Task PlayAsync(int seed, bool tellsDeletions, bool tellsAccess)
    {
        Random random = new(seed);
        ModelTenant tenant = new() { ChangesAccess = tellsAccess };
        for (int i = random.Next(12); i > 0; i--)
        {
            tenant.Mutate(random);
        }

        ModelSource source = new(tenant) { PageSize = random.Next(1, 4), TellsDeletions = tellsDeletions, TellsAccess = tellsAccess, Counts = random.Next(2) == 0, TellsInRounds = random.Next(2) == 0 };
        FakeTimeProvider time = new();
        CrashingInventory inventory = new();
        using SkipLedger ledger = new();
        ContentSync sync = new(source, inventory, ledger, time);
        ModelCopy copy = new(tenant);
        SyncCheckpoint? saved = null;
        for (int run = random.Next(1, 7); run > 0; run--)
        {
            saved = await BreakOffAsync(sync, source, tenant, copy, saved, random);
            inventory.Crash(random);
            time.Advance(TimeSpan.FromHours(random.Next(30)));
        }

        source.OnRequest = null;
        ISyncRun last = await FinishAsync(sync, tenant, copy, saved, seed);
        time.Advance(TimeSpan.FromDays(2)); // what was deleted while an enumeration was broken off, the next one finds
        last = await FinishAsync(sync, tenant, copy, last.Checkpoint, seed);
        Assert.True(last.Report.IsComplete, $"seed {seed}: {string.Join(", ", last.Report.Partitions.Select(partition => $"{partition.Partition} {partition.Outcome} {partition.Error?.Message}"))}");
        Assert.True(copy.Expected().SequenceEqual(copy.Lines().Order(StringComparer.Ordinal).Order(Comparer<string>.Create((a, b) => string.CompareOrdinal(a.Split('|')[1], b.Split('|')[1])))), $"seed {seed}:\n{string.Join('\n', copy.Expected())}\n--\n{string.Join('\n', copy.Lines())}");
        await RequireQuietAsync(sync, last.Checkpoint, seed);
    }

    /// <summary>One run that is killed at some request or after some change, with a checkpoint that was saved at some time before.</summary>
    private static async Task<SyncCheckpoint?> BreakOffAsync(ContentSync sync, ModelSource source, ModelTenant tenant, ModelCopy copy, SyncCheckpoint? saved, Random random)
    {
        using CancellationTokenSource kill = new();
        int requests = random.Next(25), changes = random.Next(20);
        source.OnRequest = () =>
        {
            for (int i = random.Next(3) - 1; i > 0; i--)
            {
                tenant.Mutate(random);
            }

            source.VoidBefore = random.Next(40) == 0 ? tenant.Log.Count + 1 : source.VoidBefore;
            if (requests-- == 0)
            {
                kill.Cancel();
            }
            else if (random.Next(20) == 0)
            {
                throw new UnavailableException("down");
            }
        };
        SyncMode mode = random.Next(8) switch { 0 => SyncMode.Full, 1 => SyncMode.AccessOnly, 2 => SyncMode.DeletionsOnly, _ => SyncMode.Incremental };
        ISyncRun run = sync.SyncAsync(SyncScope.All, saved, new() { Mode = mode, Deletions = random.Next(2) == 0 ? DeletionBudget.Unlimited : new() { AlwaysAllowed = 1 } }, kill.Token);
        return await KilledConsumer.CarryOutAsync<UnavailableException>(run, copy.Apply, saved, changes, random);
    }

    private static async Task<ISyncRun> FinishAsync(ContentSync sync, ModelTenant tenant, ModelCopy copy, SyncCheckpoint? saved, int seed)
    {
        ISyncRun run = sync.SyncAsync(SyncScope.All, saved, new() { Deletions = DeletionBudget.Unlimited });
        await foreach (ContentChange change in run)
        {
            RequireTrue(change, tenant, seed);
            copy.Apply(change);
            await run.AcknowledgeAsync(change);
        }

        return run;
    }

    private static void RequireTrue(ContentChange change, ModelTenant tenant, int seed) =>
        Assert.False(change is ContentDeleted { Cause: DeletionCause.NotListed or DeletionCause.Unknown } && tenant.Items.ContainsKey(change.Id.Value), $"seed {seed}: {change.Id} is there and was told as gone.");

    /// <summary>Where nothing happens, nothing is told.</summary>
    private static async Task RequireQuietAsync(ContentSync sync, SyncCheckpoint checkpoint, int seed)
    {
        ISyncRun again = sync.SyncAsync(SyncScope.All, checkpoint);
        await foreach (ContentChange change in again)
        {
            Assert.True(change is ContentSkipped, $"seed {seed}: {change} was told though nothing happened.");
        }
    }
}
