using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>What a run tells, what it proves, and how far its checkpoint goes.</summary>
public sealed class SyncRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_run_tells_everything_and_proves_it()
    {
        using SyncWorld world = new(items: 10);
        IReadOnlyList<ContentChange> changes = await world.RunAsync();
        Assert.Equal(10, changes.OfType<ContentUpserted>().Count(change => change.IsNew));
        world.RequireEqual();
        Assert.All(world.Report.Partitions, partition => Assert.Equal((PartitionOutcome.Complete, 5L, 5L, 5L, 0L), (partition.Outcome, partition.Expected!.Value, partition.Seen, partition.Told, partition.Unchanged)));
        Assert.True(world.Report.IsComplete);
    }

    [Fact]
    public async Task Each_change_comes_as_what_it_is()
    {
        using SyncWorld world = new(items: 8);
        await world.RunAsync();
        ModelItem[] items = [.. world.Tenant.Items.Values];
        world.Tenant.Put(items[0] with { Version = 2 });
        world.Tenant.Put(items[1] with { Place = "elsewhere" });
        world.Tenant.Put(items[2] with { Access = "nobody" });
        world.Tenant.Put(items[3] with { IsUnreadable = true });
        world.Tenant.Delete(items[4].Id);
        world.Tenant.Put(items[5] with { Partition = items[4].Partition });
        Dictionary<string, ContentChange> changes = (await world.RunAsync()).GroupBy(change => change.Id.Value).ToDictionary(group => group.Key, group => group.Last());
        Assert.IsType<ContentUpserted>(changes[items[0].Id]);
        Assert.IsType<ContentMoved>(changes[items[1].Id]);
        Assert.IsType<ContentAccessChanged>(changes[items[2].Id]);
        Assert.Equal(SkipReason.TooLarge, Assert.IsType<ContentSkipped>(changes[items[3].Id]).Item.Reason);
        Assert.Equal(DeletionCause.Trashed, Assert.IsType<ContentDeleted>(changes[items[4].Id]).Cause);
        Assert.IsType<ContentMoved>(changes[items[5].Id]);
        Assert.Equal(6, changes.Count);
        world.RequireEqual();
    }

    [Fact]
    public async Task Row049_what_no_change_tells_the_sweep_finds_and_asks_for_it_alone()
    {
        using SyncWorld world = new(items: 10);
        world.Source.TellsDeletions = false;
        await world.RunAsync();
        world.Tenant.Delete("003");
        Assert.Empty(await world.RunAsync());
        world.Time.Advance(TimeSpan.FromDays(1));
        ContentDeleted gone = Assert.IsType<ContentDeleted>(Assert.Single(await world.RunAsync()));
        Assert.Equal(("003", DeletionCause.NotListed), (gone.Id.Value, gone.Cause));
        world.RequireEqual();
    }

    [Fact]
    public async Task Row051_an_enumeration_that_loses_items_deletes_none_of_them()
    {
        using SyncWorld world = new(items: 10);
        await world.RunAsync();
        world.Source.Lost.UnionWith(["001", "003"]);
        Assert.Empty(await world.RunAsync(new() { Mode = SyncMode.Full }));
        Assert.Equal(PartitionOutcome.Unproven, world.Report.Partitions[0].Outcome);
        world.Source.Counts = false; // no second opinion: each is asked for
        Assert.Empty(await world.RunAsync(new() { Mode = SyncMode.Full }));
        Assert.Equal((PartitionOutcome.Complete, 2L, 0L), (world.Report.Partitions[0].Outcome, world.Report.Partitions[0].Missed, world.Report.Partitions[0].Deleted));
        world.RequireEqual();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row051_more_deletions_than_the_budget_allows_are_held_until_somebody_allows_them(bool isTold)
    {
        using SyncWorld world = new(items: 40);
        world.Source.TellsDeletions = isTold;
        await world.RunAsync();
        foreach (string id in world.Tenant.Items.Values.Where(item => item.Partition == "A").Take(8).Select(item => item.Id).ToArray())
        {
            world.Tenant.Delete(id);
        }

        world.Time.Advance(TimeSpan.FromDays(1));
        world.Tenant.Create("A");
        Assert.IsType<ContentUpserted>(Assert.Single(await world.RunAsync()));
        SyncCertificate held = world.Report.Partitions[0];
        Assert.Equal(PartitionOutcome.DeletionsHeld, held.Outcome);
        Assert.True(held.DeletionsHeld >= 6);
        Assert.False(world.Report.IsComplete);
        Assert.Empty(world.Copy.Deletions);
        Assert.Empty(await world.RunAsync()); // and none the next time either
        Assert.Equal(8, (await world.RunAsync(new() { Deletions = DeletionBudget.Unlimited })).OfType<ContentDeleted>().Count());
        world.RequireEqual();
    }

    [Fact]
    public async Task What_goes_and_comes_back_while_changes_are_read_is_not_told_as_gone()
    {
        using SyncWorld world = new(items: 6);
        await world.RunAsync();
        world.Tenant.Delete("001");
        foreach (string id in new[] { "002", "003", "004", "005" })
        {
            world.Tenant.Put(world.Tenant.Items[id] with { Version = 2 }); // a second page
        }

        int request = 0;
        world.Source.OnRequest = () =>
        {
            if (++request == 3) // after the partitions and the first page, on which it is gone
            {
                world.Tenant.Restore("001");
            }
        };

        Assert.Empty((await world.RunAsync()).OfType<ContentDeleted>());
        world.RequireEqual();
    }

    [Fact]
    public async Task A_partition_that_vanishes_is_asked_about_before_anything_of_it_is_removed()
    {
        using SyncWorld world = new(items: 20);
        await world.RunAsync();
        foreach (ModelItem item in world.Tenant.Items.Values.Where(item => item.Partition == "B").ToArray())
        {
            world.Tenant.Delete(item.Id);
        }

        world.Tenant.Partitions.Remove("B");
        world.Source.Enumerated.Clear();
        Assert.Empty(await world.RunAsync());
        SyncCertificate vanished = world.Report.Partitions.Single(partition => partition.Partition == "B");
        Assert.Equal((PartitionOutcome.DeletionsHeld, true), (vanished.Outcome, vanished.IsEnumeration));
        Assert.Equal(10, (await world.RunAsync(new() { Deletions = DeletionBudget.Unlimited })).Count);
        Assert.Empty(world.Source.Enumerated); // there is nothing to list
        world.RequireEqual();
    }

    [Theory]
    [InlineData(0, false)] // all are held
    [InlineData(10, false)]
    [InlineData(10, true)] // after the first, which was carried out
    public async Task A_partition_that_vanished_and_comes_back_is_enumerated(int allowed, bool isBrokenOff)
    {
        using SyncWorld world = new(items: 20);
        world.Source.Counts = false;
        await world.RunAsync();
        ModelItem[] away = [.. world.Tenant.Items.Values.Where(item => item.Partition == "B")];
        Array.ForEach(away, item => world.Tenant.Items.Remove(item.Id)); // no change tells that they go, nor that they come back
        world.Tenant.Partitions.Remove("B");
        ISyncRun run = world.Sync.SyncAsync(SyncScope.All, world.Checkpoint, new() { Deletions = new() { AlwaysAllowed = allowed } }, Token);
        await foreach (ContentChange change in isBrokenOff ? run.Take(1) : run)
        {
            world.Copy.Apply(change);
            await run.AcknowledgeAsync(change, Token);
        }

        world.Checkpoint = run.Checkpoint;
        world.Tenant.Partitions.Add("B");
        Array.ForEach(away, item => world.Tenant.Items[item.Id] = item with { Version = 2 });
        world.Source.Enumerated.Clear();
        Assert.Equal(10, (await world.RunAsync()).Count);
        Assert.All(world.Source.Enumerated, static request => Assert.Equal("B", request.Partition));
        Assert.True(world.Report.IsComplete);
        world.RequireEqual();
        world.Source.Enumerated.Clear();
        Assert.Empty(await world.RunAsync());
        Assert.Empty(world.Source.Enumerated); // once is enough
    }

    [Fact]
    public async Task The_checkpoint_never_passes_what_was_not_acknowledged()
    {
        using SyncWorld world = new(items: 20);
        ISyncRun run = world.Sync.SyncAsync(SyncScope.All, cancellationToken: Token);
        List<ContentChange> changes = [];
        await foreach (ContentChange change in run)
        {
            changes.Add(change);
        }

        SyncCheckpoint nothing = run.Checkpoint;
        foreach (ContentChange change in changes.AsEnumerable().Reverse().SkipLast(1))
        {
            await run.AcknowledgeAsync(change, Token);
        }

        Assert.Equal(nothing, run.Checkpoint); // all but the first, which holds the rest
        await run.AcknowledgeAsync(changes[0], Token);
        await run.AcknowledgeAsync(changes[0], Token); // twice is once
        await run.AcknowledgeAsync(changes[^1], Token);
        Assert.Equal(20, run.Progress.Acknowledged);
        Assert.NotEqual(nothing, run.Checkpoint);
        world.Checkpoint = run.Checkpoint;
        Assert.Empty(await world.RunAsync());
    }

    [Fact]
    public async Task Row048_after_a_reading_of_changes_that_was_broken_off_comes_one_of_what_happened_since()
    {
        using SyncWorld world = new(2, tellsInRounds: true);
        await world.RunAsync();
        for (int i = 0; i < 10; i++)
        {
            world.Tenant.Create(world.Tenant.Partitions[0]);
        }

        ISyncRun broken = world.Sync.SyncAsync(SyncScope.All, world.Checkpoint, cancellationToken: TestContext.Current.CancellationToken);
        int told = 0;
        await foreach (ContentChange change in broken)
        {
            if (++told == 5)
            {
                break;
            }

            world.Copy.Apply(change);
            await broken.AcknowledgeAsync(change, TestContext.Current.CancellationToken);
        }

        world.Checkpoint = broken.Checkpoint;
        world.Tenant.Create(world.Tenant.Partitions[0]);
        await world.RunAsync();
        world.RequireEqual();
        int requests = world.Source.Requests;
        await world.RunAsync();
        Assert.Equal(1 + world.Tenant.Partitions.Count, world.Source.Requests - requests); // and never again after one that came to its end
    }

    [Fact]
    public async Task Row055_one_bad_partition_does_not_end_the_run_and_is_not_silent()
    {
        using SyncWorld world = new(items: 10);
        await world.RunAsync();
        world.Tenant.Create("A");
        world.Tenant.Create("B");
        int request = 0;
        world.Source.OnRequest = () =>
        {
            if (++request == 2)
            {
                throw new UnavailableException("partition A is down");
            }
        };
        Assert.Equal("B", Assert.Single(await world.RunAsync()).Partition);
        Assert.Equal((PartitionOutcome.Failed, PartitionOutcome.Complete), (world.Report.Partitions[0].Outcome, world.Report.Partitions[1].Outcome));
        Assert.IsType<UnavailableException>(world.Report.Partitions[0].Error);
        Assert.Equal("A", Assert.Single(await world.RunAsync()).Partition);
        world.RequireEqual();
    }

    [Fact]
    public async Task Row047_a_void_position_of_changes_leads_to_an_enumeration()
    {
        using SyncWorld world = new(items: 10);
        await world.RunAsync();
        world.Tenant.Put(world.Tenant.Items["001"] with { Version = 2 });
        world.Tenant.Delete("002");
        world.Source.VoidBefore = world.Tenant.Log.Count;
        Assert.Equal(2, (await world.RunAsync()).Count);
        Assert.All(world.Report.Partitions, partition => Assert.True(partition.IsEnumeration));
        world.RequireEqual();
    }

    [Fact]
    public async Task Row056_a_run_for_access_alone_tells_access_and_leaves_the_rest_for_another()
    {
        using SyncWorld world = new(items: 10);
        await world.RunAsync();
        world.Tenant.Put(world.Tenant.Items["001"] with { Access = "nobody" });
        world.Tenant.Put(world.Tenant.Items["002"] with { Version = 2 });
        world.Tenant.Create("A");
        world.Tenant.Delete("004");
        Assert.Equal("001", Assert.IsType<ContentAccessChanged>(Assert.Single(await world.RunAsync(new() { Mode = SyncMode.AccessOnly }))).Id.Value);
        Assert.Equal("004", Assert.IsType<ContentDeleted>(Assert.Single(await world.RunAsync(new() { Mode = SyncMode.DeletionsOnly }))).Id.Value);
        Assert.Equal(2, (await world.RunAsync()).Count);
        world.RequireEqual();
    }

    [Fact]
    public async Task Row052_an_incremental_run_over_what_did_not_change_costs_the_same_however_much_there_is()
    {
        int[] requests = [];
        foreach (int items in new[] { 10, 1000 })
        {
            using SyncWorld world = new(items);
            await world.RunAsync();
            int before = world.Source.Requests;
            Assert.Empty(await world.RunAsync());
            requests = [.. requests, world.Source.Requests - before];
        }

        Assert.Equal(requests[0], requests[1]);
    }

    [Fact]
    public async Task What_was_skipped_is_told_when_it_can_be_read_again()
    {
        using SyncWorld world = new(items: 4);
        world.Tenant.Put(world.Tenant.Items["001"] with { IsUnreadable = true });
        await world.RunAsync();
        SkippedItem skipped = Assert.Single(await world.Ledger.ListAsync(world.Sync.Name, cancellationToken: Token).ToArrayAsync(Token));
        Assert.Equal((SkipReason.TooLarge, 1L << 30, world.Time.GetUtcNow()), (skipped.Reason, skipped.Size!.Value, skipped.FirstSeen));
        world.Tenant.Items["001"] = world.Tenant.Items["001"] with { IsUnreadable = false };
        ISyncRun retry = world.Sync.RetrySkippedAsync(SkipReason.TooLarge, Token);
        await foreach (ContentChange change in retry)
        {
            world.Copy.Apply(change);
            await retry.AcknowledgeAsync(change, Token);
        }

        world.RequireEqual();
        Assert.Empty(await world.Ledger.ListAsync(world.Sync.Name, cancellationToken: Token).ToArrayAsync(Token));
        Assert.Empty(await world.RunAsync(new() { Mode = SyncMode.Full }));
    }

    [Fact]
    public async Task An_estimate_says_what_the_run_then_costs()
    {
        using SyncWorld world = new(items: 20);
        SyncEstimate full = await world.Sync.EstimateAsync(SyncScope.All, cancellationToken: Token);
        Assert.Equal((20, 8L), (full.Partitions.Sum(partition => partition.Items), full.Requests));
        await world.RunAsync();
        world.Tenant.Create("A");
        Assert.Equal(2, (await world.Sync.EstimateAsync(SyncScope.All, world.Checkpoint, cancellationToken: Token)).Requests);
    }

    [Fact]
    public async Task A_run_is_enumerated_once_and_a_change_belongs_to_its_run()
    {
        using SyncWorld world = new(items: 4);
        ISyncRun run = world.Sync.SyncAsync(SyncScope.All, cancellationToken: Token), other = world.Sync.SyncAsync(SyncScope.All, cancellationToken: Token);
        ContentChange first = await run.FirstAsync(Token);
        Assert.Throws<InvalidQueryException>(() => run.GetAsyncEnumerator(Token));
        await Assert.ThrowsAsync<InvalidQueryException>(async () => await other.AcknowledgeAsync(first, Token));
        Assert.False(run.Report.IsFinished);
    }
}
