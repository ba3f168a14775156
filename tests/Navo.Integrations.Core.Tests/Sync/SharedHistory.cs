using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>Several workers over one source that changes and fails; they die, lose what they have and wake up late. In the end the copy is as the source is.</summary>
internal sealed class SharedHistory(int seed, ISyncInventory inventory, IPartitionStore partitions, ISkipLedger ledger)
{
    private readonly Random _random = new(seed);
    private readonly FakeTimeProvider _time = new();
    private readonly ModelTenant _tenant = new() { Groups = int.MaxValue };

    public async Task PlayAsync(int steps)
    {
        _tenant.Partitions.Add("C");
        for (int i = _random.Next(15); i > 0; i--)
        {
            _tenant.Mutate(_random);
        }

        ModelSource source = new(_tenant) { PageSize = _random.Next(1, 4), TellsDeletions = _random.Next(2) == 0, Counts = _random.Next(2) == 0 };
        source.OnRequest = () => Happen(source);
        SharedCopy copy = new(_tenant);
        await WorkAsync(source, copy, steps);
        source.OnRequest = null;
        ContentSync last = new(source, inventory, ledger, _time, partitions);
        await FinishAsync(last, copy);
        _time.Advance(TimeSpan.FromDays(2)); // what two workers told at the same time, the next enumeration tells again
        SyncReport report = await FinishAsync(last, copy);
        Assert.True(report.IsComplete, $"seed {seed}: {string.Join(", ", report.Partitions.Select(partition => $"{partition.Partition} {partition.Outcome} {partition.Error?.Message}"))}");
        (string expected, string actual) = copy.Compare();
        Assert.True(expected == actual, $"seed {seed}:\n{expected}\n--\n{actual}");
        await RequireQuietAsync(last);
    }

    private async Task WorkAsync(ModelSource source, SharedCopy copy, int steps)
    {
        int number = 0;
        List<SharedWorker> asleep = [];
        SharedWorker?[] workers = new SharedWorker?[_random.Next(2, 4)];
        for (int step = 0; step < steps; step++)
        {
            int index = _random.Next(workers.Length);
            if (workers[index] is not { } worker)
            {
                LosingPartitionStore store = new(partitions);
                workers[index] = new(++number, new ContentSync(source, inventory, ledger, _time, store).SyncAsync(SyncScope.All, null, Options()), copy, store);
                continue;
            }

            await worker.PlayAsync(_random);
            if (_random.Next(worker.IsOver ? 8 : 60) == 0)
            {
                workers[index] = null;
                await (_random.Next(2) == 0 ? worker.StopAsync(_random) : FallAsleepAsync(worker, asleep));
            }

            if (asleep.Count > 0 && _random.Next(4) == 0)
            {
                await asleep[_random.Next(asleep.Count)].PlayAsync(_random); // it was not dead
            }

            _time.Advance(TimeSpan.FromMinutes(_random.Next(40)));
        }

        foreach (SharedWorker worker in workers.OfType<SharedWorker>().Concat(asleep))
        {
            await worker.Store.LoseAsync(notices: true);
        }
    }

    private static async Task FallAsleepAsync(SharedWorker worker, List<SharedWorker> asleep)
    {
        await worker.Store.LoseAsync(notices: false);
        asleep.Add(worker);
    }

    private SyncOptions Options() => new()
    {
        Mode = _random.Next(8) switch { 0 => SyncMode.Full, 1 => SyncMode.AccessOnly, 2 => SyncMode.DeletionsOnly, _ => SyncMode.Incremental },
        Deletions = _random.Next(2) == 0 ? DeletionBudget.Unlimited : new() { AlwaysAllowed = 1 },
    };

    private void Happen(ModelSource source)
    {
        if (_random.Next(3) == 0)
        {
            _tenant.Mutate(_random);
        }

        source.VoidBefore = _random.Next(60) == 0 ? _tenant.Log.Count + 1 : source.VoidBefore;
        if (_random.Next(40) == 0)
        {
            throw new UnavailableException("down");
        }
    }

    private async Task<SyncReport> FinishAsync(ContentSync sync, SharedCopy copy)
    {
        ISyncRun run = sync.SyncAsync(SyncScope.All, null, new() { Deletions = DeletionBudget.Unlimited });
        await foreach (ContentChange change in run)
        {
            Assert.False(change is ContentDeleted && _tenant.Items.ContainsKey(change.Id.Value), $"seed {seed}: {change.Id} is there and was told as gone.");
            copy.Apply(change, 0, copy.Tick());
            await run.AcknowledgeAsync(change);
        }

        return run.Report;
    }

    private async Task RequireQuietAsync(ContentSync sync)
    {
        await foreach (ContentChange change in sync.SyncAsync(SyncScope.All))
        {
            Assert.True(change is ContentSkipped, $"seed {seed}: {change} was told though nothing happened.");
        }
    }
}
