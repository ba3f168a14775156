using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Http;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class SingleFlightTests : IDisposable
{
    private readonly PipelineHarness _harness = new();
    private readonly TaskCompletionSource<SearchPage> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;
    private CancellationToken _workToken;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task F26_a_thousand_equal_calls_are_one_request()
    {
        Task<SearchPage>[] calls = await StartAsync(1000);
        _source.SetResult(Samples.Page("1"));
        SearchPage[] pages = await Task.WhenAll(calls);

        Assert.Equal(1, _asked);
        Assert.All(pages, page => Assert.Equal("1", page.Hits[0].Id.Value));
    }

    [Fact]
    public async Task F26_an_expired_entry_is_asked_for_once_by_a_thousand_calls()
    {
        await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("old")));
        _harness.Time.Advance(TimeSpan.FromMinutes(5));

        Task<SearchPage>[] calls = await StartAsync(1000);
        _source.SetResult(Samples.Page("new"));

        Assert.All(await Task.WhenAll(calls), page => Assert.Equal("new", page.Hits[0].Id.Value));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task F26_a_failure_reaches_all_who_wait_and_the_next_call_asks_again()
    {
        Task<SearchPage>[] calls = await StartAsync(50);
        _source.SetException(new UnavailableException("down"));
        foreach (Task<SearchPage> call in calls)
        {
            await Assert.ThrowsAsync<UnavailableException>(() => call);
        }

        Assert.Equal(1, _asked);
        Assert.Single((await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")))).Hits);
    }

    [Fact]
    public async Task T04_a_failure_that_several_calls_share_names_the_item_of_each()
    {
        Task<SearchPage>[] calls = [ForItemAsync("1"), ForItemAsync("2")];
        await DeadlineAndQueueTests.UntilAsync(() => _asked == 1);
        _source.SetException(new NotFoundException("gone") { StatusCode = 404 });
        NotFoundException[] failures = [await Assert.ThrowsAsync<NotFoundException>(() => calls[0]), await Assert.ThrowsAsync<NotFoundException>(() => calls[1])];

        Assert.Equal(["1", "2"], failures.Select(static failure => failure.ItemId));
        Assert.All(failures, static failure => Assert.Equal(("search", 404, "gone"), (failure.Operation, failure.StatusCode, failure.Message)));
        Assert.Equal(1, _asked);

        Task<SearchPage> ForItemAsync(string item) => _harness.Pipeline.ExecuteAsync(
            Samples.Uncached, new IntegrationCall<SearchPage>(Samples.Ann, _ => _harness.SearchAsync(Work)) { ItemId = item }, PipelineHarness.Token);
    }

    [Fact]
    public async Task F27_whoever_cancels_leaves_and_the_flight_goes_on_for_the_others()
    {
        using var leader = new CancellationTokenSource();
        Task<SearchPage> first = _harness.SearchAsync(Work, token: leader.Token);
        Task<SearchPage> second = _harness.SearchAsync(Work);

        await leader.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(_workToken.IsCancellationRequested);
        _source.SetResult(Samples.Page("1"));

        Assert.Single((await second).Hits);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task F27_when_all_have_left_the_work_is_cancelled_and_the_next_call_starts_anew()
    {
        using var both = new CancellationTokenSource();
        Task<SearchPage> first = _harness.SearchAsync(Work, token: both.Token);
        Task<SearchPage> second = _harness.SearchAsync(Work, token: both.Token);
        await both.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        Assert.True(_workToken.IsCancellationRequested);
        Assert.Single((await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")))).Hits);
    }

    [Fact]
    public async Task Whoever_joined_late_asks_anew_when_only_the_leaders_time_is_up()
    {
        _harness.Options.Timeout = TimeSpan.FromSeconds(30);
        Task<SearchPage> leader = _harness.SearchAsync(Work);
        _harness.Time.Advance(TimeSpan.FromSeconds(20));
        int askedByFollower = 0;
        Task<SearchPage> follower = _harness.SearchAsync(_ =>
        {
            askedByFollower++;
            return Task.FromResult(Samples.Page("2"));
        });

        _harness.Time.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<IntegrationTimeoutException>(() => leader);
        Assert.False(follower.IsCompleted);
        _source.SetException(new IntegrationTimeoutException("no time left for another attempt"));

        Assert.Equal("2", (await follower).Hits[0].Id.Value);
        Assert.Equal(1, askedByFollower);
    }

    [Theory]
    [InlineData(4, false)] // within what the leader has left: it would have waited itself
    [InlineData(10, true)] // longer than the leader has, and the follower has that
    [InlineData(40, false)] // longer than anybody has
    public async Task Whoever_joined_late_waits_for_a_source_longer_than_the_leader_can(int retryAfter, bool asksAnew)
    {
        _harness.Options.Timeout = TimeSpan.FromSeconds(30);
        Task<SearchPage> leader = _harness.SearchAsync(Work);
        _harness.Time.Advance(TimeSpan.FromSeconds(24));
        Task<SearchPage> follower = _harness.SearchAsync(static _ => Task.FromResult(Samples.Page("2")));

        _source.SetException(new ThrottledException("later") { RetryAfter = TimeSpan.FromSeconds(retryAfter) });
        await Record.ExceptionAsync(() => leader); // or it is given what the follower has got by then
        if (asksAnew)
        {
            Assert.Equal("2", (await follower).Hits[0].Id.Value);
        }
        else
        {
            await Assert.ThrowsAsync<ThrottledException>(() => follower);
        }
    }

    [Fact]
    public async Task Whoever_joined_has_more_time_than_a_leader_in_the_course_of_a_call_that_began_earlier()
    {
        _harness.Options.Timeout = TimeSpan.FromSeconds(30);
        TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<SearchPage> outer = _harness.SearchAsync(
            async _ =>
            {
                await goOn.Task;
                return await _harness.SearchAsync(Work);
            },
            "outer");
        _harness.Time.Advance(TimeSpan.FromSeconds(28));
        goOn.SetResult();
        await DeadlineAndQueueTests.UntilAsync(() => _asked == 1);
        Task<SearchPage> follower = _harness.SearchAsync(static _ => Task.FromResult(Samples.Page("2")));

        _source.SetException(new ThrottledException("later") { RetryAfter = TimeSpan.FromSeconds(5) });
        await Record.ExceptionAsync(() => outer);
        Assert.Equal("2", (await follower).Hits[0].Id.Value);
    }

    private async Task<Task<SearchPage>[]> StartAsync(int count)
    {
        var started = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => Enumerable.Range(0, count / 4).Select(_ => _harness.SearchAsync(Work)).ToArray(), PipelineHarness.Token)));
        Task<SearchPage>[][] parts = await started.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        return [.. parts.SelectMany(part => part)];
    }

    private Task<SearchPage> Work(CancellationToken token)
    {
        Interlocked.Increment(ref _asked);
        _workToken = token;
        return _source.Task;
    }
}
