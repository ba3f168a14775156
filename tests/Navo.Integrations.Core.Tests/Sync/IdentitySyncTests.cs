using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>Who belongs to which group, told by runs of a mode of their own.</summary>
public sealed class IdentitySyncTests : IDisposable
{
    private static readonly SyncOptions Groups = new() { Mode = SyncMode.IdentitiesOnly };
    private readonly SyncWorld _world = new(items: 6);

    public IdentitySyncTests()
    {
        for (int i = 1; i <= 7; i++)
        {
            _world.Tenant.PutGroup($"g{i}", "ada", $"user{i}");
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SyncCertificate Certificate => Assert.Single(_world.Report.Partitions);

    [Fact]
    public async Task Row056_the_first_run_tells_every_group_and_nothing_else()
    {
        IReadOnlyList<ContentChange> changes = await _world.RunAsync(Groups);
        GroupChanged first = Assert.IsType<GroupChanged>(changes[0]);
        Assert.Equal(("group:model:g1", "navo:identities", new PrincipalId("model", "g1"), "g1"), (first.Id.Value, first.Partition, first.Group, first.Name));
        Assert.Equal(["model:ada", "model:user1"], first.Members.Select(member => member.ToString())); // the source told them the other way round
        Assert.Equal(7, changes.OfType<GroupChanged>().Count());
        Assert.Equal((SyncOptions.IdentitiesPartition, PartitionOutcome.Complete, 7L, 7L, 0L), (Certificate.Partition, Certificate.Outcome, Certificate.Seen, Certificate.Told, Certificate.Unchanged));
        Assert.True(_world.Report.IsComplete && Certificate.IsEnumeration);
        Assert.Empty(_world.Copy.Items);
        RequireEqual();
    }

    [Fact]
    public async Task What_did_not_change_is_not_told_in_whatever_order_members_come()
    {
        await _world.RunAsync(Groups);
        _world.Tenant.PutGroup("g1", "user1", "ada", "ada");
        Assert.Empty(await _world.RunAsync(Groups));
        Assert.Equal((7L, 7L, PartitionOutcome.Complete), (Certificate.Seen, Certificate.Unchanged, Certificate.Outcome));
    }

    [Fact]
    public async Task A_member_who_comes_or_goes_and_a_new_name_are_told()
    {
        await _world.RunAsync(Groups);
        _world.Tenant.PutGroup("g1", "ada", "user1", "ben");
        _world.Tenant.PutGroup("g2", "ada");
        _world.Tenant.PutGroup("g3");
        _world.Tenant.Directory["g4"] = _world.Tenant.Directory["g4"] with { Name = "renamed" };
        _world.Tenant.PutGroup("g8", "ada");
        GroupChanged[] changes = [.. (await _world.RunAsync(Groups)).Cast<GroupChanged>()];
        Assert.Equal(["g1", "g2", "g3", "g4", "g8"], changes.Select(change => change.Group.Value));
        Assert.Empty(changes[2].Members); // the source says so
        RequireEqual();
    }

    [Fact]
    public async Task A_group_that_is_gone_is_told_after_the_source_was_asked_for_it_alone()
    {
        await _world.RunAsync(Groups);
        _world.Source.Lost.Add("g3");
        _world.Tenant.Directory.Remove("g2");
        GroupDeleted gone = Assert.IsType<GroupDeleted>(Assert.Single(await _world.RunAsync(Groups)));
        Assert.Equal(("g2", DeletionCause.NotListed, "group:model:g2"), (gone.Group.Value, gone.Cause, gone.Id.Value));
        Assert.Equal((1L, 1L), (Certificate.Deleted, Certificate.Missed));
        RequireEqual();
        Assert.Empty(await _world.RunAsync(Groups));
    }

    [Fact]
    public async Task A_group_that_cannot_be_read_is_skipped_and_never_told_as_empty()
    {
        await _world.RunAsync(Groups);
        _world.Tenant.Directory["g1"] = _world.Tenant.Directory["g1"] with { IsUnreadable = true };
        Assert.Equal(SkipReason.Forbidden, Assert.IsType<ContentSkipped>(Assert.Single(await _world.RunAsync(Groups))).Item.Reason);
        SkippedItem skipped = Assert.Single(await _world.Ledger.ListAsync(_world.Sync.Name, cancellationToken: Token).ToArrayAsync(Token));
        Assert.Equal(("group:model:g1", SyncOptions.IdentitiesPartition, "g1"), (skipped.Id.Value, skipped.Partition, skipped.Title));
        RequireEqual();

        _world.Tenant.Directory["g1"] = _world.Tenant.Directory["g1"] with { IsUnreadable = false }; // with the members that the copy had
        Assert.IsType<GroupChanged>(Assert.Single(await _world.RunAsync(Groups)));
        Assert.Empty(await _world.Ledger.ListAsync(_world.Sync.Name, cancellationToken: Token).ToArrayAsync(Token));
        RequireEqual();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_skipped_is_tried_again_among_groups(bool isThere)
    {
        _world.Tenant.Directory["g1"] = _world.Tenant.Directory["g1"] with { IsUnreadable = true };
        await _world.RunAsync(Groups);
        if (isThere)
        {
            _world.Tenant.PutGroup("g1", "ada");
        }
        else
        {
            _world.Tenant.Directory.Remove("g1");
        }

        ISyncRun retry = _world.Sync.RetrySkippedAsync(cancellationToken: Token);
        ContentChange change = Assert.Single(await CarryOutAsync(retry));
        Assert.Equal(isThere ? typeof(GroupChanged) : typeof(GroupDeleted), change.GetType());
        Assert.Empty(await _world.Ledger.ListAsync(_world.Sync.Name, cancellationToken: Token).ToArrayAsync(Token));
        RequireEqual();
        Assert.Empty(await _world.RunAsync(Groups));
    }

    [Fact]
    public async Task Deletions_beyond_the_budget_are_held()
    {
        await _world.RunAsync(Groups);
        _world.Tenant.Directory.Clear();
        Assert.Empty(await _world.RunAsync(Groups));
        Assert.Equal((PartitionOutcome.DeletionsHeld, 7L), (Certificate.Outcome, Certificate.DeletionsHeld));
        Assert.Empty(await _world.RunAsync(Groups));
        Assert.Equal(7, (await _world.RunAsync(Groups with { Deletions = DeletionBudget.Unlimited })).OfType<GroupDeleted>().Count());
        RequireEqual();
    }

    [Fact]
    public async Task A_list_that_fails_deletes_nothing_and_the_next_run_goes_on_where_it_stood()
    {
        await _world.RunAsync(Groups);
        int failing = _world.Source.Requests + 2;
        _world.Tenant.Directory.Remove("g7");
        _world.Source.OnRequest = () =>
        {
            if (_world.Source.Requests == failing)
            {
                throw new UnavailableException("down");
            }
        };
        Assert.Empty(await _world.RunAsync(Groups));
        Assert.Equal(PartitionOutcome.Failed, Certificate.Outcome);
        Assert.IsType<UnavailableException>(Certificate.Error);
        int before = _world.Source.Requests;
        Assert.IsType<GroupDeleted>(Assert.Single(await _world.RunAsync(Groups)));
        Assert.Equal(3, _world.Source.Requests - before); // the second page, the third, and the group itself
    }

    [Fact]
    public async Task What_was_broken_off_before_it_was_acknowledged_is_told_again()
    {
        ISyncRun run = _world.Sync.SyncAsync(SyncScope.All, null, Groups, Token);
        List<ContentChange> told = await run.Take(5).ToListAsync(Token);
        await run.AcknowledgeAsync(told[0], Token);
        _world.Checkpoint = run.Checkpoint;
        Assert.Equal(["g2", "g3", "g4", "g5", "g6", "g7"], (await _world.RunAsync(Groups)).Cast<GroupChanged>().Select(change => change.Group.Value));
        Assert.Empty(await _world.RunAsync(Groups));
    }

    [Fact]
    public async Task A_void_position_begins_the_list_anew_and_deletes_nothing()
    {
        await _world.RunAsync(Groups);
        _world.Source.VoidGroupPositions = 1;
        Assert.Empty(await _world.RunAsync(Groups));
        Assert.Equal((PartitionOutcome.Complete, 7L), (Certificate.Outcome, Certificate.Seen));
    }

    [Fact]
    public async Task Positions_that_are_void_for_ever_end_the_run_with_a_failure()
    {
        await _world.RunAsync(Groups);
        _world.Source.VoidGroupPositions = int.MaxValue;
        Assert.Empty(await _world.RunAsync(Groups));
        Assert.Equal(PartitionOutcome.Failed, Certificate.Outcome);
        Assert.IsType<ProtocolException>(Certificate.Error);
        _world.Source.VoidGroupPositions = 0;
        Assert.Empty(await _world.RunAsync(Groups));
        Assert.True(_world.Report.IsComplete);
    }

    [Theory]
    [InlineData(SyncMode.Incremental)]
    [InlineData(SyncMode.Full)]
    [InlineData(SyncMode.DeletionsOnly)]
    [InlineData(SyncMode.AccessOnly)]
    public async Task Groups_and_content_leave_each_other_alone(SyncMode mode)
    {
        await _world.RunAsync();
        await _world.RunAsync(Groups);
        _world.Time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await _world.RunAsync(new() { Mode = mode, Deletions = DeletionBudget.Unlimited }));
        Assert.Equal(["A", "B"], _world.Report.Partitions.Select(partition => partition.Partition));
        Assert.True(_world.Report.IsComplete);

        string? content = Changes("A");
        _world.Tenant.Create("A");
        _world.Tenant.Delete("002");
        _world.Tenant.Partitions.Remove("B");
        Assert.Empty(await _world.RunAsync(Groups with { Deletions = DeletionBudget.Unlimited }));
        Assert.Equal(SyncOptions.IdentitiesPartition, Certificate.Partition);
        Assert.Equal(content, Changes("A"));
        _world.Tenant.Partitions.Add("B");
        Assert.Equal(2, (await _world.RunAsync()).Count);
        _world.RequireEqual();

        string? Changes(string partition) => CheckpointState.Read(_world.Checkpoint!.ToJson()).Partitions[partition].Changes;
    }

    [Fact]
    public async Task A_source_that_knows_no_groups_refuses_the_mode()
    {
        ISyncSource plain = Substitute.For<ISyncSource>();
        plain.Name.Returns(new IntegrationName("plain"));
        ContentSync sync = new(plain, _world.Inventory, _world.Ledger, _world.Time);
        InvalidQueryException refused = Assert.Throws<InvalidQueryException>(() => sync.SyncAsync(SyncScope.All, null, Groups, Token));
        Assert.Contains("plain does not tell who belongs to which group", refused.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(IIdentitySource), refused.Remedy, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidQueryException>(() => sync.EstimateAsync(SyncScope.All, null, Groups, Token));
    }

    [Fact]
    public async Task An_estimate_names_the_groups_and_no_content()
    {
        PartitionEstimate estimate = Assert.Single((await _world.Sync.EstimateAsync(SyncScope.All, null, Groups, Token)).Partitions);
        Assert.Equal((SyncOptions.IdentitiesPartition, null), (estimate.Partition, estimate.Items));
    }

    [Fact]
    public async Task Groups_are_with_one_worker_at_a_time()
    {
        InMemoryPartitionStore store = new();
        ISyncRun first = Shared(store), second = Shared(store);
        await using IAsyncEnumerator<ContentChange> reading = first.GetAsyncEnumerator(Token);
        Assert.True(await reading.MoveNextAsync());
        Assert.Empty(await CarryOutAsync(second));
        Assert.Equal(PartitionOutcome.Elsewhere, Assert.Single(second.Report.Partitions).Outcome);
        do
        {
            await first.AcknowledgeAsync(reading.Current, Token);
        }
        while (await reading.MoveNextAsync());
        Assert.Equal(7, first.Progress.Acknowledged);
        Assert.Empty(await CarryOutAsync(Shared(store)));
        ISyncRun content = new ContentSync(_world.Source, _world.Inventory, _world.Ledger, _world.Time, store).SyncAsync(SyncScope.All, null, new() { Deletions = DeletionBudget.Unlimited }, Token);
        Assert.Equal(6, (await CarryOutAsync(content)).OfType<ContentUpserted>().Count());
        Assert.Equal(["A", "B"], content.Report.Partitions.Select(partition => partition.Partition));
    }

    public void Dispose() => _world.Dispose();

    private ISyncRun Shared(IPartitionStore store) => new ContentSync(_world.Source, _world.Inventory, _world.Ledger, _world.Time, store).SyncAsync(SyncScope.All, null, Groups, Token);

    private async Task<List<ContentChange>> CarryOutAsync(ISyncRun run)
    {
        List<ContentChange> changes = [];
        await foreach (ContentChange change in run.WithCancellation(Token))
        {
            _world.Copy.Apply(change);
            await run.AcknowledgeAsync(change, Token);
            changes.Add(change);
        }

        return changes;
    }

    private void RequireEqual() => Assert.Equal(_world.Copy.ExpectedGroups(), _world.Copy.GroupLines());
}
