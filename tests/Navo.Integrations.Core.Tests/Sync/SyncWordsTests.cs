using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>What a run says of itself while it goes on, and what it says to whoever uses it amiss.</summary>
public sealed class SyncWordsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_progress_goes_with_it()
    {
        using SyncWorld world = new(items: 10);
        ISyncRun run = world.Sync.SyncAsync(SyncScope.All, cancellationToken: Token);
        Assert.Equal((0, 0, 0L, null, 0L, 0L), Of(run.Progress));
        world.Time.Advance(TimeSpan.FromSeconds(4));
        List<(int, int, long, long?, long, long)> steps = [];
        await foreach (ContentChange change in run)
        {
            steps.Add(Of(run.Progress));
            await run.AcknowledgeAsync(change, Token);
        }

        Assert.Equal((1, 0, 3L, 5L, 3L, 0L), steps[0]);
        Assert.Equal((2, 1, 8L, 10L, 8L, 5L), steps[5]);
        Assert.Equal((2, 2, 10L, 10L, 10L, 10L), Of(run.Progress));
        Assert.Equal((TimeSpan.FromSeconds(4), 2.5, TimeSpan.Zero), (run.Progress.Elapsed, run.Progress.Rate, run.Progress.TimeLeft));
        Assert.True(run.Report.IsFinished);
    }

    [Fact]
    public async Task Where_a_source_does_not_count_nobody_says_how_much_there_is()
    {
        using SyncWorld world = new(items: 4);
        world.Source.Counts = false;
        ISyncRun run = world.Sync.SyncAsync(SyncScope.All, cancellationToken: Token);
        await run.FirstAsync(Token);
        Assert.Null(run.Progress.Expected);
    }

    [Fact]
    public async Task A_number_for_some_of_the_partitions_is_none_for_all()
    {
        using SyncWorld world = new(items: 4);
        ISyncRun run = world.Sync.SyncAsync(SyncScope.All, cancellationToken: Token);
        await foreach (ContentChange change in run)
        {
            Assert.Equal(change.Partition == "A" ? 2 : null, run.Progress.Expected);
            world.Source.Counts = false;
        }
    }

    [Fact]
    public async Task A_second_reading_and_a_foreign_change_are_refused_with_what_to_do()
    {
        using SyncWorld world = new(items: 4);
        ISyncRun run = world.Sync.SyncAsync(SyncScope.All, cancellationToken: Token), other = world.Sync.SyncAsync(SyncScope.All, cancellationToken: Token), retry = world.Sync.RetrySkippedAsync(cancellationToken: Token);
        ContentChange change = await run.FirstAsync(Token);
        InvalidQueryException again = Assert.Throws<InvalidQueryException>(() => run.GetAsyncEnumerator(Token));
        Assert.Equal(("A run is enumerated once.", "Start another run from the checkpoint of this one."), (again.Message, again.Remedy));
        await other.FirstAsync(Token);
        InvalidQueryException[] foreign =
        [
            await Assert.ThrowsAsync<InvalidQueryException>(() => other.AcknowledgeAsync(change with { Partition = "elsewhere" }, Token).AsTask()), // the same number, another change
            await Assert.ThrowsAsync<InvalidQueryException>(() => run.AcknowledgeAsync(change with { Sequence = 99 }, Token).AsTask()),
            await Assert.ThrowsAsync<InvalidQueryException>(() => run.AcknowledgeAsync(change with { Sequence = 0 }, Token).AsTask()),
            await Assert.ThrowsAsync<InvalidQueryException>(() => retry.AcknowledgeAsync(change, Token).AsTask()),
        ];
        Assert.All(foreign, failure => Assert.Equal(("The change is not of this run.", "Acknowledge each change at the run that told it."), (failure.Message, failure.Remedy)));
        Assert.Equal(0, run.Progress.Acknowledged);
        await Assert.ThrowsAsync<ArgumentNullException>(() => run.AcknowledgeAsync(null!, Token).AsTask());
        await Assert.ThrowsAsync<ArgumentNullException>(() => retry.AcknowledgeAsync(null!, Token).AsTask());
        Assert.Throws<ArgumentNullException>(() => world.Sync.SyncAsync(null!, cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => world.Sync.EstimateAsync(null!, cancellationToken: Token));
    }

    [Fact]
    public async Task A_retry_counts_what_it_finds_and_is_read_once()
    {
        using SyncWorld world = new(items: 6);
        foreach (string id in new[] { "001", "003", "004", "005" })
        {
            world.Tenant.Put(world.Tenant.Items[id] with { IsUnreadable = true });
        }

        await world.RunAsync();
        world.Tenant.Items["001"] = world.Tenant.Items["001"] with { IsUnreadable = false };
        world.Tenant.Delete("003");
        ISyncRun retry = world.Sync.RetrySkippedAsync(cancellationToken: Token);
        world.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(retry.Report.Partitions);
        List<ContentChange> changes = await retry.ToListAsync(Token);
        Assert.Equal([typeof(ContentUpserted), typeof(ContentDeleted), typeof(ContentSkipped), typeof(ContentSkipped)], changes.Select(static change => change.GetType()));
        Assert.Equal(4, await world.Ledger.ListAsync(world.Sync.Name, cancellationToken: Token).CountAsync(Token)); // nothing is acknowledged yet
        foreach (ContentChange change in changes)
        {
            await retry.AcknowledgeAsync(change, Token);
        }

        Assert.Equal((3L, 4L, 4L, TimeSpan.FromSeconds(3)), (retry.Progress.Seen, retry.Progress.Emitted, retry.Progress.Acknowledged, retry.Progress.Elapsed));
        SyncCertificate certificate = retry.Report.Partitions[0];
        Assert.Equal(("A", PartitionOutcome.Complete, 1L, 1L, 1L), (certificate.Partition, certificate.Outcome, certificate.Told, certificate.Deleted, certificate.Skipped[SkipReason.TooLarge]));
        Assert.True(retry.Report.IsFinished);
        Assert.Equal(["004", "005"], await world.Ledger.ListAsync(world.Sync.Name, cancellationToken: Token).Select(static item => item.Id.Value).ToListAsync(Token));
        Assert.Equal("A run is enumerated once.", Assert.Throws<InvalidQueryException>(() => retry.GetAsyncEnumerator(Token)).Message);
    }

    [Fact]
    public async Task A_retry_that_the_source_does_not_answer_fails_its_partition_and_goes_on()
    {
        using SyncWorld world = new(items: 2);
        world.Tenant.Put(world.Tenant.Items["001"] with { IsUnreadable = true });
        world.Tenant.Put(world.Tenant.Items["002"] with { IsUnreadable = true });
        await world.RunAsync();
        int requests = 0;
        world.Source.OnRequest = () =>
        {
            if (++requests == 1)
            {
                throw new UnavailableException("down");
            }
        };
        ISyncRun retry = world.Sync.RetrySkippedAsync(cancellationToken: Token);
        Assert.Single(await retry.ToListAsync(Token));
        Assert.Equal([PartitionOutcome.Failed, PartitionOutcome.Complete], retry.Report.Partitions.Select(static partition => partition.Outcome));
        IntegrationException error = retry.Report.Partitions[0].Error!;
        Assert.Equal(("sync", world.Sync.Name), (error.Operation, error.Integration));
    }

    public static TheoryData<string, string> Unreadable => new()
    {
        { "x", "The checkpoint can't be read. It is not JSON of a checkpoint." },
        { """{"version":1,"integration":"model","scope":"0","inventory":"i"}""", "The checkpoint can't be read. It is empty." },
        { """{"version":2,"model":"i","partitions":[]}""", "The checkpoint can't be read. It is of version 2; this library reads version 1." },
        { """{"version":1,"model":"i","partitions":[]}""", "The checkpoint can't be read. It is not JSON of a checkpoint." },
        { """{"version":"x"}""", "The checkpoint can't be read. It is not JSON of a checkpoint." },
        { "[]", "The checkpoint can't be read. It is not JSON of a checkpoint." },
        { "null", "The checkpoint can't be read. It is empty." },
        { """{"version":2,"integration":"model","scope":"0","inventory":"i"}""", "The checkpoint can't be read. It is of version 2; this library reads version 1." },
        { """{"version":0,"integration":"model","scope":"0","inventory":"i"}""", "The checkpoint can't be read. It is of version 0; this library reads version 1." },
        { """{"version":1,"integration":"model","scope":"0","inventory":"i","partitions":{"A":null}}""", "The checkpoint can't be read. It is empty." },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_checkpoint_that_can_not_be_read_says_why_and_what_to_do(string json, string message)
    {
        InvalidQueryException failure = Assert.Throws<InvalidQueryException>(() => CheckpointState.Read(json));
        Assert.Equal((message, "Use the version of the library that wrote it, or start without a checkpoint: everything is then compared anew."), (failure.Message, failure.Remedy));
    }

    [Theory]
    [InlineData("other", "")]
    [InlineData("model", "A")]
    public void A_checkpoint_of_something_else_says_so(string integration, string container)
    {
        SyncCheckpoint checkpoint = CheckpointState.Of(null, new("model"), SyncScope.All, "i").ToCheckpoint();
        SyncScope scope = container.Length == 0 ? SyncScope.All : new() { Containers = [container] };
        InvalidQueryException failure = Assert.Throws<InvalidQueryException>(() => CheckpointState.Of(checkpoint, new(integration), scope, "i"));
        Assert.Equal(("The checkpoint belongs to another integration or to another scope.", "Keep a checkpoint for each scope under a name of its own."), (failure.Message, failure.Remedy));
    }

    [Fact]
    public async Task Partitions_that_were_listed_are_remembered_for_an_hour()
    {
        using SyncWorld world = new(items: 4);
        await world.RunAsync();
        SyncOptions onlyA = new() { Partitions = ["A", "A"] };
        Assert.Equal(1, await RequestsAsync(onlyA));
        world.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal(1, await RequestsAsync(onlyA));
        world.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(2, await RequestsAsync(onlyA)); // listed anew
        Assert.Equal(1, await RequestsAsync(onlyA));
        Assert.Equal(1, await RequestsAsync(new() { Partitions = ["C"] })); // not known, so looked for
        Assert.Equal(2, await RequestsAsync(new() { Partitions = ["A", "C"] }));

        async Task<int> RequestsAsync(SyncOptions options)
        {
            int before = world.Source.Requests;
            await world.RunAsync(options);
            return world.Source.Requests - before;
        }
    }

    public static TheoryData<IntegrationException, SkipReason> GroupFailures => new()
    {
        { new PermissionException("x"), SkipReason.Forbidden },
        { new NotFoundException("x"), SkipReason.Vanished },
        { new ProtocolException("x"), SkipReason.Malformed },
        { new InvalidQueryException("x"), SkipReason.Malformed },
    };

    [Theory]
    [MemberData(nameof(GroupFailures))]
    public async Task A_group_whose_members_can_not_be_read_has_none_that_are_known(IntegrationException failure, SkipReason reason)
    {
        IdentityGroup group = await IdentityGroup.ReadAsync(new("model", "g"), "Name", () => throw failure);
        Assert.Equal((null, reason, failure.GetType().Name, "Name"), (group.Members, group.Reason, group.ErrorType, group.Name));
    }

    [Fact]
    public async Task A_source_that_is_away_is_no_matter_of_one_group()
    {
        PrincipalId ann = new("model", "ann");
        await Assert.ThrowsAsync<UnavailableException>(() => IdentityGroup.ReadAsync(new("model", "g"), null, () => throw new UnavailableException("x")));
        await Assert.ThrowsAsync<ArgumentNullException>(() => IdentityGroup.ReadAsync(new("model", "g"), null, null!));
        IdentityGroup group = await IdentityGroup.ReadAsync(new("model", "g"), null, () => Task.FromResult<IReadOnlyList<PrincipalId>>([ann]));
        Assert.Equal([ann], group.Members);
    }

    [Fact]
    public void Marks_tell_each_sort_of_change_apart()
    {
        ContentMetadata metadata = new ModelItem("A", "1", 1, "title", "root", "all", IsUnreadable: false).ToMetadata(new("model"));
        SyncItem.Present item = new(metadata, "all");
        InventoryEntry mark = ItemMarks.Of("A", item, 7);
        Assert.Equal(mark, ItemMarks.Of("A", new SyncItem.Present(metadata with { Labels = [.. metadata.Labels.Reverse()] }, "all"), 7));
        foreach (ContentMetadata other in new[] { metadata with { Version = "x" }, metadata with { Title = "x" }, metadata with { Labels = ["x", "y"] }, metadata with { Kind = ContentKind.Comment } })
        {
            InventoryEntry changed = ItemMarks.Of("A", new SyncItem.Present(other, "all"), 7);
            Assert.NotEqual(mark.Content, changed.Content);
            Assert.Equal((mark.Place, mark.Access), (changed.Place, changed.Access));
        }

        InventoryEntry moved = ItemMarks.Of("A", new SyncItem.Present(metadata with { WebAddress = new("https://model.example/elsewhere") }, "all"), 7);
        Assert.NotEqual(mark.Place, moved.Place);
        Assert.Equal(mark.Content, moved.Content);
        Assert.NotEqual(mark.Access, ItemMarks.Of("A", new SyncItem.Present(metadata, "nobody"), 7).Access);
        Assert.Equal(0UL, ItemMarks.Of("A", new SyncItem.Present(metadata), 7).Access);
        Assert.NotEqual(ItemMarks.Of("A", new SyncItem.Present(metadata with { Labels = ["x", "y"] }), 7).Content, ItemMarks.Of("A", new SyncItem.Present(metadata with { Labels = ["xy"] }), 7).Content);
        PrincipalId ann = new("model", "ann"), bob = new("model", "bob");
        Assert.NotEqual(ItemMarks.Of("G", new SyncItem.Group(ann, null, [ann, bob]), 1).Content, ItemMarks.Of("G", new SyncItem.Group(ann, null, [ann]), 1).Content);
        Assert.NotEqual(ItemMarks.Of("G", new SyncItem.Group(ann, "x", []), 1).Place, ItemMarks.Of("G", new SyncItem.Group(ann, null, []), 1).Place);
    }

    [Fact]
    public async Task An_estimate_tells_how_long_it_took_to_ask()
    {
        using SyncWorld world = new(items: 20);
        world.Source.OnRequest = () => world.Time.Advance(TimeSpan.FromSeconds(2));
        SyncEstimate estimate = await world.Sync.EstimateAsync(SyncScope.All, cancellationToken: Token);
        Assert.Equal((8L, TimeSpan.FromSeconds(16)), (estimate.Requests, estimate.Duration)); // three requests in six seconds
        SyncEstimate part = await world.Sync.EstimateAsync(SyncScope.All, options: new() { Partitions = ["A"] }, cancellationToken: Token);
        Assert.Equal("A", Assert.Single(part.Partitions).Partition);
        await world.RunAsync();
        Assert.Equal(20, (await world.Sync.EstimateAsync(SyncScope.All, world.Checkpoint, new() { Mode = SyncMode.Full }, Token)).Partitions.Sum(static partition => partition.Items));
    }

    private static (int, int, long, long?, long, long) Of(SyncProgress p) => (p.Partitions, p.PartitionsDone, p.Seen, p.Expected, p.Emitted, p.Acknowledged);
}
