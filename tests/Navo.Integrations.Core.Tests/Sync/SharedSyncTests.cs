using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>Several workers of one sync: each partition is with one of them at a time, and where it stands is known to all.</summary>
public sealed class SharedSyncTests : IDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly SyncWorld _world = new(items: 12);
    private readonly InMemoryPartitionStore _partitions = new();
    private readonly LosingPartitionStore _first;
    private readonly LosingPartitionStore _second;

    public SharedSyncTests() => (_first, _second) = (new(_partitions), new(_partitions));

    [Fact]
    public async Task A_partition_is_with_one_worker_and_the_other_reads_the_rest()
    {
        ISyncRun first = Start(_first);
        await using IAsyncEnumerator<ContentChange> reading = first.GetAsyncEnumerator(Token);
        Assert.True(await reading.MoveNextAsync());
        Assert.Equal("A", reading.Current.Partition);

        ISyncRun second = Start(_second);
        Assert.Equal(6, await CarryOutAsync(second, "B"));
        Assert.Equal([("A", PartitionOutcome.Elsewhere), ("B", PartitionOutcome.Complete)], Outcomes(second));
        Assert.True(second.Report.IsFinished);
        Assert.False(second.Report.IsComplete);

        do
        {
            Assert.Equal("A", reading.Current.Partition); // B was read meanwhile
            await first.AcknowledgeAsync(reading.Current, Token);
        }
        while (await reading.MoveNextAsync());
        Assert.Equal([("A", PartitionOutcome.Complete), ("B", PartitionOutcome.Elsewhere)], Outcomes(first));
        Assert.Equal(0, _first.Held + _second.Held);
        Assert.Equal(0, await CarryOutAsync(Start(_second)));
    }

    [Fact]
    public async Task A_worker_without_a_checkpoint_goes_on_where_another_stood()
    {
        await CarryOutAsync(Start(_first));
        int before = _world.Source.Requests;
        _world.Tenant.Put(_world.Tenant.Items["001"] with { Version = 2 });
        Assert.Equal(1, await CarryOutAsync(Start(_second)));
        Assert.InRange(_world.Source.Requests - before, 1, 12);
    }

    [Fact]
    public async Task Nothing_is_saved_before_all_of_a_page_is_acknowledged()
    {
        ISyncRun run = Start(_first);
        List<ContentChange> page = [];
        await using IAsyncEnumerator<ContentChange> reading = run.GetAsyncEnumerator(Token);
        while (page.Count < 4 && await reading.MoveNextAsync())
        {
            page.Add(reading.Current);
        }

        await run.AcknowledgeAsync(page[0], Token);
        await run.AcknowledgeAsync(page[1], Token);
        Assert.Empty(_first.Saved);
        await run.AcknowledgeAsync(page[2], Token);
        Assert.Equal(["A saved 0"], _first.Saved);
    }

    [Fact]
    public async Task A_partition_stays_with_its_worker_until_everything_is_acknowledged_and_goes_back_then()
    {
        ISyncRun run = Start(_first);
        List<ContentChange> told = [];
        await using IAsyncEnumerator<ContentChange> reading = run.GetAsyncEnumerator(Token);
        while (told.Count < 7 && await reading.MoveNextAsync())
        {
            told.Add(reading.Current);
        }

        Assert.Equal(2, _first.Held); // A is read, B begun
        Assert.Equal([("A", PartitionOutcome.Elsewhere), ("B", PartitionOutcome.Elsewhere)], Outcomes(await RunAsync(_second)));
        foreach (ContentChange change in told.Where(change => change.Partition == "A"))
        {
            await run.AcknowledgeAsync(change, Token);
        }

        Assert.Equal(1, _first.Held);
        Assert.Equal("A saved 1", _first.Saved[^1]);
        Assert.Equal([("A", PartitionOutcome.Complete), ("B", PartitionOutcome.Elsewhere)], Outcomes(await RunAsync(_second)));
        await reading.DisposeAsync();
        Assert.Equal(0, _first.Held);
    }

    [Fact]
    public async Task What_is_acknowledged_after_the_run_is_saved_as_long_as_nobody_has_taken_the_partition()
    {
        ISyncRun run = Start(_first);
        List<ContentChange> told = await run.ToListAsync(Token);
        Assert.Equal(0, _first.Held);
        foreach (ContentChange change in told)
        {
            _world.Copy.Apply(change);
            await run.AcknowledgeAsync(change, Token);
        }

        Assert.Contains("A saved 1", _first.Saved);
        Assert.Contains("B saved 1", _first.Saved);
        Assert.Equal(0, await CarryOutAsync(Start(_second)));
        _world.RequireEqual();
    }

    [Fact]
    public async Task A_worker_that_lost_a_partition_tells_no_more_of_it_and_goes_on_with_the_next()
    {
        ISyncRun run = Start(_first);
        List<ContentChange> told = [];
        await foreach (ContentChange change in run)
        {
            told.Add(change);
            await run.AcknowledgeAsync(change, Token);
            if (told.Count == 2)
            {
                await _first.LoseAsync(notices: true);
            }
        }

        Assert.Equal(["A", "A", "B", "B", "B", "B", "B", "B"], told.Select(change => change.Partition));
        Assert.Equal([("A", PartitionOutcome.Elsewhere), ("B", PartitionOutcome.Complete)], Outcomes(run));
        Assert.DoesNotContain("A saved 1", _first.Saved);
    }

    [Fact]
    public async Task A_loss_while_the_source_is_asked_ends_the_asking()
    {
        ISyncRun run = Start(_first);
        int requests = 0;
        _world.Source.OnRequest = () =>
        {
            if (++requests == 4)
            {
                _first.LoseAsync(notices: true).GetAwaiter().GetResult();
            }
        };
        Assert.Equal(6, await CarryOutAsync(run, "B"));
        Assert.Equal([("A", PartitionOutcome.Elsewhere), ("B", PartitionOutcome.Complete)], Outcomes(run));
    }

    [Fact]
    public async Task Who_wakes_up_late_saves_nothing_over_the_one_that_took_over_and_what_both_told_is_told_again()
    {
        ISyncRun sleeper = Start(_first);
        List<ContentChange> heard = [];
        await using IAsyncEnumerator<ContentChange> reading = sleeper.GetAsyncEnumerator(Token);
        while (heard.Count < 3 && await reading.MoveNextAsync())
        {
            heard.Add(reading.Current);
        }

        await _first.LoseAsync(notices: false);
        _world.Tenant.Put(_world.Tenant.Items["001"] with { Version = 2 });
        await CarryOutAsync(Start(_second));
        foreach (ContentChange change in heard)
        {
            _world.Copy.Apply(change); // the older over the newer
            await sleeper.AcknowledgeAsync(change, Token);
        }

        Assert.False(await reading.MoveNextAsync() && reading.Current.Partition == "A");
        Assert.Equal(0, _first.Saved.Count(line => line.StartsWith("A saved", StringComparison.Ordinal)));
        Assert.Contains("A refused 0", _first.Saved);
        await reading.DisposeAsync();
        Assert.Equal(3, await CarryOutAsync(Start(_second, new() { Mode = SyncMode.Full })));
        _world.RequireEqual();
    }

    [Fact]
    public async Task A_partition_that_vanished_is_found_by_a_worker_that_never_read_it()
    {
        await CarryOutAsync(Start(_first));
        foreach (ModelItem item in _world.Tenant.Items.Values.Where(item => item.Partition == "B").ToArray())
        {
            _world.Tenant.Delete(item.Id);
        }

        _world.Tenant.Partitions.Remove("B");
        Assert.Equal(6, await CarryOutAsync(Start(_second, new() { Deletions = DeletionBudget.Unlimited })));
        _world.RequireEqual();
    }

    [Fact]
    public async Task A_partition_that_failed_goes_back_and_counts_as_no_pass()
    {
        ISyncRun run = Start(_first);
        _world.Source.OnRequest = () =>
        {
            if (_world.Source.Requests == 2)
            {
                throw new UnavailableException("down");
            }
        };
        await CarryOutAsync(run);
        Assert.Equal([("A", PartitionOutcome.Failed), ("B", PartitionOutcome.Complete)], Outcomes(run));
        Assert.Equal(0, _first.Held);
        Assert.DoesNotContain(_first.Saved, line => line.StartsWith('A'));
    }

    [Fact]
    public async Task Another_inventory_begins_anew()
    {
        await CarryOutAsync(Start(_first));
        ContentSync other = new(_world.Source, new InMemorySyncInventory(), _world.Ledger, _world.Time, _second);
        Assert.Equal(12, await CarryOutAsync(other.SyncAsync(SyncScope.All, cancellationToken: Token)));
    }

    [Fact]
    public async Task An_estimate_knows_how_far_the_others_are()
    {
        await CarryOutAsync(Start(_first));
        SyncEstimate estimate = await new ContentSync(_world.Source, _world.Inventory, _world.Ledger, _world.Time, _second).EstimateAsync(SyncScope.All, cancellationToken: Token);
        Assert.Equal(0, estimate.Partitions.Sum(partition => partition.Items));
    }

    public void Dispose() => _world.Dispose();

    private ISyncRun Start(IPartitionStore store, SyncOptions? options = null) =>
        new ContentSync(_world.Source, _world.Inventory, _world.Ledger, _world.Time, store).SyncAsync(SyncScope.All, null, options, Token);

    private async Task<ISyncRun> RunAsync(IPartitionStore store)
    {
        ISyncRun run = Start(store);
        await CarryOutAsync(run);
        return run;
    }

    private async Task<int> CarryOutAsync(ISyncRun run, string? only = null)
    {
        int changes = 0;
        await foreach (ContentChange change in run)
        {
            Assert.Equal(only ?? change.Partition, change.Partition);
            _world.Copy.Apply(change);
            await run.AcknowledgeAsync(change, Token);
            changes++;
        }

        return changes;
    }

    private static IEnumerable<(string, PartitionOutcome)> Outcomes(ISyncRun run) => run.Report.Partitions.Select(partition => (partition.Partition, partition.Outcome));
}
