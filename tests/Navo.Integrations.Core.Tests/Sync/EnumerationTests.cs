using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>When everything is enumerated, where that begins and goes on, and what a source that gets in its way costs.</summary>
public sealed class EnumerationTests
{
    private static readonly SyncOptions Unlimited = new() { Deletions = DeletionBudget.Unlimited };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_a_source_does_not_say_where_changes_go_on_nothing_is_begun()
    {
        using SyncWorld world = new(items: 4);
        Failing(world, request: 2); // after the partitions
        Assert.All(await world.RunAsync(), static change => Assert.Equal("B", change.Partition));
        Assert.Equal([PartitionOutcome.Failed, PartitionOutcome.Complete], world.Report.Partitions.Select(static partition => partition.Outcome));
        Assert.All(world.Source.Enumerated, static request => Assert.Equal("B", request.Partition));
        world.Source.OnRequest = null;
        await world.RunAsync();
        world.RequireEqual();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_that_only_looks_like_a_cancellation_is_one_of_its_partition(bool isCallers)
    {
        using SyncWorld world = new(items: 4);
        using CancellationTokenSource caller = new();
        int requests = 0;
        world.Source.OnRequest = () =>
        {
            if (++requests == 2)
            {
                if (isCallers)
                {
                    caller.Cancel();
                }

                throw new OperationCanceledException();
            }
        };
        ISyncRun run = world.Sync.SyncAsync(SyncScope.All, cancellationToken: caller.Token);
        if (isCallers)
        {
            await Assert.ThrowsAsync<OperationCanceledException>(() => run.ToListAsync(Token).AsTask());
        }
        else
        {
            Assert.Equal(2, (await run.ToListAsync(Token)).Count);
            Assert.Equal([PartitionOutcome.Failed, PartitionOutcome.Complete], run.Report.Partitions.Select(static partition => partition.Outcome));
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("000", "000")]
    public async Task It_begins_where_the_source_says(string startsAt, string? position)
    {
        using SyncWorld world = new(items: 4);
        await world.RunAsync();
        world.Tenant.Put(world.Tenant.Items["001"] with { Version = 2 });
        (world.Source.VoidBefore, world.Source.StartsAt) = (world.Tenant.Log.Count, startsAt);
        world.Source.Enumerated.Clear();
        Assert.Single(await world.RunAsync());
        Assert.Equal([("A", position, false), ("B", position, false)], world.Source.Enumerated);
        world.RequireEqual();
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("000", "000")]
    public async Task A_position_that_becomes_void_in_the_midst_begins_it_anew_and_tells_nothing_twice(string startsAt, string? position)
    {
        using SyncWorld world = new(items: 12);
        (world.Source.VoidPositions, world.Source.StartsAt) = (1, startsAt);
        Assert.Equal(12, (await world.RunAsync()).Count);
        Assert.Equal(["A", "A", "A", "A", "A"], world.Source.Enumerated.Take(5).Select(static request => request.Partition));
        Assert.Equal([null, "005", position], world.Source.Enumerated.Take(3).Select(static request => request.Position));
        SyncCertificate certificate = world.Report.Partitions[0];
        Assert.Equal((PartitionOutcome.Complete, 6L, 6L, 3L, 3L), (certificate.Outcome, certificate.Expected, certificate.Seen, certificate.Told - 3, certificate.Unchanged));
        world.RequireEqual();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_source_that_leads_in_a_circle_is_not_followed_for_ever(bool isOfChanges)
    {
        using SkipLedger ledger = new();
        ISyncSource source = Substitute.For<ISyncSource>();
        source.Name.Returns(new IntegrationName("model"));
        source.GetPartitionsAsync(default!, Token).ReturnsForAnyArgs(_ => new[] { new SyncPartition("A") }.ToAsyncEnumerable());
        source.GetChangePositionAsync(default!, Token).ReturnsForAnyArgs("one");
        source.EnumerateAsync(default!, default!, Token).ReturnsForAnyArgs(new SyncPage { Position = string.Empty, IsLast = true });
        ContentSync sync = new(source, new InMemorySyncInventory(), ledger, TimeProvider.System);
        ISyncRun run = sync.SyncAsync(SyncScope.All, cancellationToken: Token);
        if (isOfChanges)
        {
            Assert.Empty(await run.ToListAsync(Token));
            run = sync.SyncAsync(SyncScope.All, run.Checkpoint, cancellationToken: Token);
        }

        using CancellationTokenSource bound = CancellationTokenSource.CreateLinkedTokenSource(Token);
        int requests = 0;
        source.GetChangesAsync(default!, default!, Token).ReturnsForAnyArgs(call => Circle(call.ArgAt<string>(1)));
        source.EnumerateAsync(default!, default!, Token).ReturnsForAnyArgs(call => Circle(call.ArgAt<SyncPageRequest>(1).Position));
        await foreach (ContentChange change in run.WithCancellation(bound.Token))
        {
            await run.AcknowledgeAsync(change, Token);
        }

        SyncCertificate certificate = Assert.Single(run.Report.Partitions);
        Assert.Equal(PartitionOutcome.Failed, certificate.Outcome);
        Assert.Equal(new IntegrationName("model"), Assert.IsType<ProtocolException>(certificate.Error).Integration);
        Assert.Equal(3, requests);

        SyncPage Circle(string? position)
        {
            if (++requests > 10)
            {
                bound.Cancel();
            }

            bound.Token.ThrowIfCancellationRequested();
            return new() { Position = position == "one" ? "two" : "one" };
        }
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task One_that_is_begun_anew_again_and_again_gets_nowhere(int voids, bool isComplete)
    {
        using SyncWorld world = new(items: 12);
        world.Source.VoidPositions = voids;
        await world.RunAsync();
        Assert.Equal(isComplete, world.Report.IsComplete);
        Assert.Equal(isComplete ? null : "The source declares each position within an enumeration void.", world.Report.Partitions[0].Error?.Message);
    }

    [Fact]
    public async Task After_a_void_position_one_that_was_broken_off_is_gone_on_with()
    {
        using SyncWorld world = new(items: 24);
        await world.RunAsync();
        world.Tenant.Put(world.Tenant.Items["001"] with { Version = 2 });
        world.Source.VoidBefore = world.Tenant.Log.Count;
        Failing(world, request: 7); // the third page of the first partition
        Assert.Single(await world.RunAsync());
        Assert.Equal(PartitionOutcome.Failed, world.Report.Partitions[0].Outcome);
        world.Source.OnRequest = null;
        world.Tenant.Put(world.Tenant.Items["003"] with { Version = 2 }); // on a page that was passed
        world.Source.Enumerated.Clear();
        await world.RunAsync();
        Assert.Equal("011", world.Source.Enumerated[0].Position);
        Assert.Equal("003", Assert.Single(await world.RunAsync()).Id.Value);
        world.RequireEqual();
    }

    [Fact]
    public async Task Who_may_see_items_is_asked_for_only_where_it_is_told()
    {
        using SyncWorld world = new(items: 4);
        await world.RunAsync();
        Assert.All(world.Source.Enumerated, static request => Assert.False(request.WithAccess));
        world.Source.Enumerated.Clear();
        await world.RunAsync(new() { Mode = SyncMode.AccessOnly });
        Assert.All(world.Source.Enumerated, static request => Assert.True(request.WithAccess));
        Assert.NotEmpty(world.Source.Enumerated);
    }

    [Fact]
    public async Task What_may_have_been_touched_since_nobody_knows_when_is_told_once_more_and_once_only()
    {
        using SyncWorld world = new(items: 12, tellsTouched: true);
        Assert.Equal(12, (await world.RunAsync()).Count);
        Assert.Empty(await world.RunAsync(new() { Mode = SyncMode.Full })); // changes go on from where they were
        world.Tenant.Put(world.Tenant.Items["001"] with { Version = 2 });
        (world.Source.VoidBefore, world.Source.VoidPositions) = (world.Tenant.Log.Count, 1); // and begun anew in the midst
        IReadOnlyList<ContentChange> told = await world.RunAsync();
        Assert.Equal(12, told.Select(static change => change.Id).Distinct().Count());
        Assert.Equal(12, told.Count);
        Assert.All(told, static change => Assert.False(Assert.IsType<ContentUpserted>(change).IsNew));
        Assert.Empty(await world.RunAsync());
    }

    [Fact]
    public async Task Who_may_see_an_item_is_kept_while_the_source_does_not_say()
    {
        using SyncWorld world = new(items: 4);
        await world.RunAsync();
        world.Source.TellsAccess = false;
        world.Tenant.Put(world.Tenant.Items["001"] with { Version = 2 });
        Assert.Single(await world.RunAsync());
        world.Source.TellsAccess = true;
        Assert.Empty(await world.RunAsync(new() { Mode = SyncMode.Full }));
    }

    [Fact]
    public async Task Row051_an_item_that_is_shown_twice_does_not_stand_for_one_that_is_lost()
    {
        using SyncWorld world = new(items: 12);
        world.Source.Lost.Add("009");
        world.Source.Repeated.Add("003");
        await world.RunAsync();
        SyncCertificate certificate = world.Report.Partitions[0];
        Assert.Equal((PartitionOutcome.Unproven, 5L, 6L), (certificate.Outcome, certificate.Seen, certificate.Expected));
    }

    [Theory]
    [InlineData(-1, 5L, 5L)]
    [InlineData(0, 6L, 6L)]
    [InlineData(1, 6L, 6L)]
    public async Task Row051_what_comes_or_goes_while_it_is_read_does_not_leave_it_unproven(int change, long seen, long expected)
    {
        using SyncWorld world = new(items: 12);
        int requests = 0;
        world.Source.OnRequest = () =>
        {
            if (++requests == 5 && change < 0) // before the last page, behind the first
            {
                world.Tenant.Delete("011");
            }

            if (requests == 7 && change > 0) // after the last page
            {
                world.Tenant.Create("A");
            }
        };
        await world.RunAsync(new() { Partitions = ["A"] });
        SyncCertificate certificate = Assert.Single(world.Report.Partitions);
        Assert.Equal((PartitionOutcome.Complete, seen, expected), (certificate.Outcome, certificate.Seen, certificate.Expected));
    }

    [Fact]
    public async Task Row051_a_number_that_is_told_at_the_end_only_counts_as_well()
    {
        using SyncWorld world = new(items: 12);
        world.Source.Lost.Add("003");
        world.Source.Counts = false;
        int requests = 0;
        world.Source.OnRequest = () => world.Source.Counts = ++requests > 5;
        await world.RunAsync(new() { Partitions = ["A"] });
        SyncCertificate certificate = Assert.Single(world.Report.Partitions);
        Assert.Equal((PartitionOutcome.Unproven, 5L, 6L), (certificate.Outcome, certificate.Seen, certificate.Expected));
    }

    [Fact]
    public async Task A_sweep_comes_as_soon_as_the_run_wants_it()
    {
        using SyncWorld world = new(items: 4);
        await world.RunAsync();
        SyncOptions hourly = new() { SweepInterval = TimeSpan.FromHours(1) };
        world.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.False(await EnumeratesAsync(world, hourly));
        world.Time.Advance(TimeSpan.FromTicks(1));
        Assert.True(await EnumeratesAsync(world, hourly));
    }

    [Theory]
    [InlineData(SyncMode.Incremental, false)]
    [InlineData(SyncMode.DeletionsOnly, false)]
    [InlineData(SyncMode.Full, true)]
    [InlineData(SyncMode.AccessOnly, true)]
    public async Task Deletions_that_are_held_are_taken_up_without_reading_everything_again_by_runs_that_tell_them(SyncMode mode, bool isEnumerated)
    {
        using SyncWorld world = new(items: 40);
        world.Source.TellsDeletions = false;
        await world.RunAsync();
        foreach (string id in world.Tenant.Items.Keys.Take(30).ToArray())
        {
            world.Tenant.Delete(id);
        }

        await world.RunAsync(new() { Mode = SyncMode.Full });
        Assert.All(world.Report.Partitions, static partition => Assert.Equal(PartitionOutcome.DeletionsHeld, partition.Outcome));
        Assert.Equal(isEnumerated, await EnumeratesAsync(world, Unlimited with { Mode = mode }));
        Assert.Equal(mode != SyncMode.AccessOnly, world.Copy.Deletions.Count == 30);
    }

    [Fact]
    public async Task One_that_told_deletions_only_does_not_stand_for_one_that_tells_everything()
    {
        using SyncWorld world = new(items: 40);
        ISyncRun broken = world.Sync.SyncAsync(SyncScope.All, null, new() { Mode = SyncMode.DeletionsOnly }, Token);
        await broken.CountAsync(Token);
        world.Checkpoint = broken.Checkpoint;
        Assert.Equal(40, (await world.RunAsync()).Count);
        world.RequireEqual();
    }

    [Theory]
    [InlineData(SyncMode.Full, SyncMode.Incremental, true)]
    [InlineData(SyncMode.Incremental, SyncMode.Full, true)]
    [InlineData(SyncMode.Full, SyncMode.Full, true)]
    [InlineData(SyncMode.DeletionsOnly, SyncMode.Full, false)]
    [InlineData(SyncMode.DeletionsOnly, SyncMode.DeletionsOnly, true)]
    [InlineData(SyncMode.Full, SyncMode.AccessOnly, false)]
    public async Task One_that_was_broken_off_is_gone_on_with_by_a_run_that_tells_as_much(SyncMode first, SyncMode second, bool goesOn)
    {
        using SyncWorld world = new(items: 20);
        ISyncRun broken = world.Sync.SyncAsync(SyncScope.All, null, new() { Mode = first }, Token);
        Failing(world, request: 6); // in the midst of the first partition
        await foreach (ContentChange change in broken)
        {
            await broken.AcknowledgeAsync(change, Token);
        }

        world.Source.OnRequest = null;
        world.Checkpoint = broken.Checkpoint;
        world.Source.Enumerated.Clear();
        await world.RunAsync(new() { Mode = second, Partitions = ["A"] });
        Assert.Equal(goesOn, world.Source.Enumerated[0].Position is not null);
    }

    [Fact]
    public async Task A_partition_that_vanished_and_can_not_be_asked_about_has_failed()
    {
        using SyncWorld world = new(items: 4);
        await world.RunAsync();
        world.Tenant.Partitions.Remove("B");
        world.Source.Counts = false;
        int requests = 0;
        world.Source.OnRequest = () =>
        {
            if (++requests > 3)
            {
                throw new UnavailableException("down");
            }
        };
        Assert.Empty(await world.RunAsync(Unlimited));
        Assert.Equal(PartitionOutcome.Failed, world.Report.Partitions[^1].Outcome);
        Assert.IsType<UnavailableException>(world.Report.Partitions[^1].Error);
    }

    [Fact]
    public async Task Groups_are_one_partition_that_is_enumerated_and_whose_list_must_have_a_beginning()
    {
        IIdentitySource groups = Substitute.For<IIdentitySource>();
        groups.GetGroupsAsync(null, Token).Returns(new IdentityPage { Position = "x", MustRestart = true });
        groups.GetGroupsAsync("x", Token).Returns(new IdentityPage { Groups = [new(new("model", "g"))], Position = "y", MustRestart = true });
        IdentityPartition partition = new(Substitute.For<ISyncSource>(), groups);
        SyncPartition only = Assert.Single(await partition.GetPartitionsAsync(SyncScope.All, Token).ToListAsync(Token));
        Assert.Equal((SyncOptions.IdentitiesPartition, "Groups"), (only.Id, only.Title));
        Assert.Equal("The list of groups has no beginning.", (await Assert.ThrowsAsync<ProtocolException>(() => partition.EnumerateAsync(only, new(null), Token))).Message);
        SyncPage restart = await partition.EnumerateAsync(only, new("x"), Token);
        Assert.Equal((true, string.Empty), (restart.MustEnumerate, restart.Position));
        Assert.Empty(restart.Items);
        Assert.Empty(await partition.GetChangePositionAsync(only, Token));
        SyncPage changes = await partition.GetChangesAsync(only, "x", Token);
        Assert.Equal((true, string.Empty), (changes.MustEnumerate, changes.Position));
        Assert.Null(await partition.CountAsync(only, Token));
    }

    [Fact]
    public async Task Skipped_groups_of_a_source_that_tells_none_any_more_are_left_alone()
    {
        ISyncSource source = Substitute.For<ISyncSource>();
        source.Name.Returns(new IntegrationName("model"));
        using SkipLedger ledger = new();
        await ledger.RecordAsync(new() { Id = new("group:model:g"), Source = new("model"), Partition = SyncOptions.IdentitiesPartition, Reason = SkipReason.Forbidden }, Token);
        ContentSync sync = new(source, new InMemorySyncInventory(), ledger, TimeProvider.System);
        ISyncRun retry = sync.RetrySkippedAsync(cancellationToken: Token);
        Assert.Empty(await retry.ToListAsync(Token));
        Assert.Empty(retry.Report.Partitions);
        await source.DidNotReceiveWithAnyArgs().FindAsync(default!, default, Token);
        Assert.Single(await ledger.ListAsync(new("model"), cancellationToken: Token).ToListAsync(Token));
    }

    private static async Task<bool> EnumeratesAsync(SyncWorld world, SyncOptions options)
    {
        world.Source.Enumerated.Clear();
        await world.RunAsync(options);
        return world.Source.Enumerated.Count > 0;
    }

    private static void Failing(SyncWorld world, int request)
    {
        int requests = 0;
        world.Source.OnRequest = () =>
        {
            if (++requests == request)
            {
                throw new UnavailableException("down");
            }
        };
    }
}
