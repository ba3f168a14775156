using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Tests;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>Runs over groups and over content that are broken off anywhere, in any order, with one inventory and one checkpoint: both copies end up as the source is.</summary>
public sealed class IdentityKillTests
{
    private const int Histories = 1_500;

    [Fact]
    public async Task Row056_whatever_breaks_off_where_groups_and_content_end_up_as_the_source_has_them()
    {
        for (int seed = 0; seed < Histories; seed++)
        {
            await PlayAsync(seed);
        }
    }

    private static async Task PlayAsync(int seed)
    {
        Random random = new(seed);
        ModelTenant tenant = new();
        for (int i = random.Next(16); i > 0; i--)
        {
            tenant.Mutate(random);
            tenant.MutateGroups(random);
        }

        ModelSource source = new(tenant) { PageSize = random.Next(1, 4), Counts = random.Next(2) == 0 };
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
        saved = await FinishAsync(sync, copy, saved, SyncMode.IdentitiesOnly, seed); // ends what was broken off
        saved = await FinishAsync(sync, copy, saved, SyncMode.IdentitiesOnly, seed);
        Assert.True(copy.ExpectedGroups().SequenceEqual(copy.GroupLines()), $"seed {seed}:\n{string.Join('\n', copy.ExpectedGroups())}\n--\n{string.Join('\n', copy.GroupLines())}");
        saved = await FinishAsync(sync, copy, saved, SyncMode.Incremental, seed);
        time.Advance(TimeSpan.FromDays(2));
        saved = await FinishAsync(sync, copy, saved, SyncMode.Incremental, seed);
        Assert.True(copy.Expected().Order(StringComparer.Ordinal).SequenceEqual(copy.Lines().Order(StringComparer.Ordinal)), $"seed {seed}: content");
        await RequireQuietAsync(sync, saved, SyncMode.IdentitiesOnly, seed);
        await RequireQuietAsync(sync, saved, SyncMode.Full, seed);
    }

    private static async Task<SyncCheckpoint?> BreakOffAsync(ContentSync sync, ModelSource source, ModelTenant tenant, ModelCopy copy, SyncCheckpoint? saved, Random random)
    {
        using CancellationTokenSource kill = new();
        Unrest(source, tenant, kill, random);
        SyncMode mode = random.Next(6) switch { 0 => SyncMode.Full, 1 => SyncMode.DeletionsOnly, 2 => SyncMode.Incremental, _ => SyncMode.IdentitiesOnly };
        ISyncRun run = sync.SyncAsync(SyncScope.All, saved, new() { Mode = mode, Deletions = random.Next(2) == 0 ? DeletionBudget.Unlimited : new() { AlwaysAllowed = 1 } }, kill.Token);
        return await KilledConsumer.CarryOutAsync<UnavailableException>(run, copy.Apply, saved, random.Next(20), random);
    }

    private static void Unrest(ModelSource source, ModelTenant tenant, CancellationTokenSource kill, Random random)
    {
        int requests = random.Next(25);
        source.OnRequest = () =>
        {
            for (int i = random.Next(3) - 1; i > 0; i--)
            {
                tenant.Mutate(random);
                tenant.MutateGroups(random);
            }

            source.VoidGroupPositions = random.Next(20) == 0 ? 1 : 0;
            if (requests-- == 0)
            {
                kill.Cancel();
            }
            else if (random.Next(20) == 0)
            {
                throw new UnavailableException("down");
            }
        };
    }

    private static async Task<SyncCheckpoint> FinishAsync(ContentSync sync, ModelCopy copy, SyncCheckpoint? saved, SyncMode mode, int seed)
    {
        ISyncRun run = sync.SyncAsync(SyncScope.All, saved, new() { Mode = mode, Deletions = DeletionBudget.Unlimited });
        await foreach (ContentChange change in run)
        {
            Assert.Equal(mode == SyncMode.IdentitiesOnly, change.Partition == SyncOptions.IdentitiesPartition);
            copy.Apply(change);
            await run.AcknowledgeAsync(change);
        }

        bool isComplete = run.Report.IsComplete || (mode != SyncMode.IdentitiesOnly && run.Report.Partitions.All(partition => partition.Outcome is PartitionOutcome.Complete or PartitionOutcome.Unproven)); // an enumeration that was broken off while the content changed
        Assert.True(isComplete, $"seed {seed}: {mode} {string.Join(", ", run.Report.Partitions.Select(partition => $"{partition.Partition} {partition.Outcome}"))}");
        return run.Checkpoint;
    }

    private static async Task RequireQuietAsync(ContentSync sync, SyncCheckpoint checkpoint, SyncMode mode, int seed)
    {
        await foreach (ContentChange change in sync.SyncAsync(SyncScope.All, checkpoint, new() { Mode = mode }))
        {
            Assert.True(change is ContentSkipped, $"seed {seed}: {change} was told though nothing happened.");
        }
    }
}
