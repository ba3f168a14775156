using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Access;

public sealed class TrimmedPageTests : IDisposable
{
    private readonly GateWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(null, 3L, true)]
    [InlineData("next", 3L, false)]
    [InlineData(null, 7L, false)]
    [InlineData(null, null, false)]
    public async Task A_total_is_told_only_of_a_search_of_one_page_and_counts_what_is_visible(string? continuation, long? total, bool isTold)
    {
        _world.Rights["2"] = PermissionOutcome.Deny;
        SearchPage page = Samples.Page("1", "2", "3") with
        {
            Continuation = continuation,
            Total = total is { } known ? SearchTotal.Exact(known) : SearchTotal.Unknown,
        };

        SearchPage trimmed = await _world.Gate.TrimAsync(page, Samples.Ann, PipelineHarness.Token);

        Assert.Equal(isTold ? SearchTotal.Exact(2) : SearchTotal.Unknown, trimmed.Total);
        Assert.Equal(["1", "3"], trimmed.Hits.Select(hit => hit.Id.Value));
    }

    [Fact]
    public async Task What_the_source_left_out_stays_counted_beside_what_the_gate_removes()
    {
        _world.Rights["1"] = PermissionOutcome.Unknown;

        SearchPage trimmed = await _world.Gate.TrimAsync(Samples.Page("1", "2"), Samples.Ann, PipelineHarness.Token);

        Assert.Equal([new Omission(OmissionReason.NotPermitted, 2), new Omission(OmissionReason.PermissionUnknown, 1)], trimmed.Omitted);
    }

    [Fact]
    public async Task A_page_of_which_nothing_is_removed_counts_no_omission()
    {
        SearchPage trimmed = await _world.Gate.TrimAsync(Samples.Page("1", "2") with { Omitted = [] }, Samples.Ann, PipelineHarness.Token);

        Assert.Empty(trimmed.Omitted);
        Assert.False(trimmed.IsTrimmed);
    }

    [Fact]
    public async Task The_service_keeps_the_page_as_it_is()
    {
        _world.Rights["1"] = PermissionOutcome.Deny;
        SearchPage page = Samples.Page("1", "2");

        Assert.Same(page, await _world.Gate.TrimAsync(page, AccessContext.Service, PipelineHarness.Token));
        Assert.Equal(0, _world.Checks);
    }

    [Fact]
    public async Task Hits_whose_check_fails_are_left_out_as_unknown()
    {
        _world.Failure = new UnavailableException("The source is down.");

        Trimmed<string> trimmed = await _world.Gate.TrimItemsAsync(["1", "2"], id => new ContentId(id), Samples.Ann, PipelineHarness.Token);

        Assert.Empty(trimmed.Items);
        Assert.Equal([new Omission(OmissionReason.PermissionUnknown, 2)], trimmed.Omitted);
    }

    [Fact]
    public async Task A_list_says_for_which_failure_its_checks_went_unanswered_with_a_copy_of_its_own()
    {
        _world.Failure = new UnavailableException("The source is down.") { StatusCode = 503 };

        Trimmed<string> ann = await TrimAsync(Samples.Ann);
        Trimmed<string> ben = await TrimAsync(Samples.Bob);

        Assert.All([ann.Failure, ben.Failure], failure => Assert.Equal(503, Assert.IsType<UnavailableException>(failure).StatusCode));
        Assert.NotSame(ann.Failure, ben.Failure);
        Assert.Null(ann.Failure!.ItemId);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Only_a_failure_that_may_pass_is_told_of_a_list(bool isTransient, bool isTold)
    {
        _world.Failure = new PermissionException("The account may not ask this.") { IsTransient = isTransient };
        Trimmed<string> refused = await TrimAsync(Samples.Ann);
        Assert.Equal((isTold, 2), (refused.Failure is PermissionException, refused.Omitted.Single().Count));

        _world.Failure = new AuthenticationException("The token has ended.");
        Assert.IsType<AuthenticationException>((await TrimAsync(Samples.Ann)).Failure);

        _world.Failure = null;
        _world.Rights["1"] = PermissionOutcome.Deny;
        Assert.Null((await TrimAsync(Samples.Ann)).Failure);
    }

    [Fact]
    public async Task A_check_is_told_the_container_that_a_hit_names()
    {
        await _world.Gate.TrimAsync(Samples.Page("1"), Samples.Ann, PipelineHarness.Token);
        await _world.Gate.EnsureAsync(new("2"), Samples.Ann, PipelineHarness.Token);

        Assert.Equal([new ContainerRef("ENG", "Engineering"), null], _world.Containers);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_checks_are_under_way_at_once_than_the_gate_allows(int limit)
    {
        int underWay = 0, most = 0;
        TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ReaderGate gate = new(_world.Harness.Pipeline, async (id, _, reader, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await answered.Task;
            Interlocked.Decrement(ref underWay);
            return Samples.Decision(PermissionOutcome.Allow, reader) with { Item = id };
        }, limit);

        Task<Trimmed<string>> trimming = gate.TrimItemsAsync([.. Enumerable.Range(1, 8).Select(i => $"{i}")], id => new ContentId(id), Samples.Ann, PipelineHarness.Token);
        Assert.Equal((limit, false), (underWay, trimming.IsCompleted));
        answered.SetResult();

        Assert.Equal(8, (await trimming).Items.Count);
        Assert.InRange(most, 1, limit);
    }

    private Task<Trimmed<string>> TrimAsync(AccessContext reader) => _world.Gate.TrimItemsAsync(["1", "2"], id => new ContentId(id), reader, PipelineHarness.Token);
}
