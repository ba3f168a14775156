using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Tests.Pipeline;

public sealed class DeadlineTests : IDisposable
{
    private readonly PipelineHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_deadline_ends_a_call_that_does_not_finish(bool cached)
    {
        _harness.Options.Timeout = TimeSpan.FromSeconds(30);
        Task<SearchPage> call = HangAsync(cached, PipelineHarness.Token, out Task<CancellationToken> started);
        CancellationToken workToken = await started.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

        _harness.Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(workToken.IsCancellationRequested);
        _harness.Time.Advance(TimeSpan.FromSeconds(0.1));

        IntegrationTimeoutException error = await Assert.ThrowsAsync<IntegrationTimeoutException>(() => call.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token));
        Assert.Contains("30 s", error.Message, StringComparison.Ordinal);
        Assert.Equal("search", error.Operation);
        Assert.True(workToken.IsCancellationRequested);
        Assert.Equal(1, _harness.Metrics.GetSnapshot().RequestsFailed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F27_a_cancelled_call_stops_its_work_and_is_no_fault(bool cached)
    {
        using var caller = new CancellationTokenSource();
        Task<SearchPage> call = HangAsync(cached, caller.Token, out Task<CancellationToken> started);
        CancellationToken workToken = await started.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

        await caller.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token));
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.True(workToken.IsCancellationRequested);
        Assert.Equal(0, _harness.Metrics.GetSnapshot().RequestsTotal);
        Assert.Equal(AuditOutcome.Cancelled, Assert.Single(_harness.Audit.Records).Outcome);
    }

    [Fact]
    public async Task F27_a_token_that_is_cancelled_already_starts_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _harness.SearchAsync(_ => throw new InvalidOperationException(), token: new CancellationToken(true)));
        Assert.Equal(0, _harness.Metrics.GetSnapshot().RequestsTotal);
    }

    [Fact]
    public async Task The_work_learns_what_is_left_of_the_deadline_and_an_inner_call_gets_no_more_than_that()
    {
        _harness.Options.Timeout = TimeSpan.FromSeconds(30);
        TimeSpan outer = default;
        TimeSpan inner = default;
        await _harness.SearchAsync(async token =>
        {
            outer = OperationScope.Current!.Remaining;
            _harness.Time.Advance(TimeSpan.FromSeconds(10));
            await _harness.Pipeline.ExecuteAsync(Samples.Check, new IntegrationCall<PermissionDecision>(Samples.Ann, _ =>
            {
                inner = OperationScope.Current!.Remaining;
                return Task.FromResult(Samples.Decision(PermissionOutcome.Allow));
            }), token);
            return Samples.Page("1");
        });

        Assert.Equal(TimeSpan.FromSeconds(30), outer);
        Assert.Equal(TimeSpan.FromSeconds(20), inner);
        Assert.Null(OperationScope.Current);
    }

    [Fact]
    public async Task F30_a_wall_clock_that_jumps_neither_ends_a_call_nor_keeps_it()
    {
        var time = new JumpingTimeProvider();
        using var harness = new PipelineHarness(time: time);
        harness.Options.Timeout = TimeSpan.FromSeconds(30);
        var page = new TaskCompletionSource<SearchPage>();
        Task<SearchPage> call = harness.SearchAsync(_ => page.Task);

        time.WallClockOffset = TimeSpan.FromHours(1);
        Assert.False(call.IsCompleted);
        time.WallClockOffset = TimeSpan.FromHours(-1);
        time.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<IntegrationTimeoutException>(() => call);
    }

    private Task<SearchPage> HangAsync(bool cached, CancellationToken token, out Task<CancellationToken> started)
    {
        var start = new TaskCompletionSource<CancellationToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        started = start.Task;
        IntegrationOperation operation = cached ? Samples.Search : Samples.Search with { Region = CacheRegion.None };
        return _harness.Pipeline.ExecuteAsync(operation, new IntegrationCall<SearchPage>(Samples.Ann, async work =>
        {
            start.SetResult(work);
            await Task.Delay(Timeout.InfiniteTimeSpan, work);
            return Samples.Page();
        }), token);
    }

}
