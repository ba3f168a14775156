using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class CacheWarmUpTests : IDisposable
{
    private readonly PipelineHarness _harness = new();
    private readonly IIntegration _integration = Substitute.For<IIntegration>();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private int _most;
    private int _asked;

    public CacheWarmUpTests()
    {
        _integration.GetContentAsync(default, null!, default).ReturnsForAnyArgs(call => _harness.Pipeline.ExecuteAsync(
            Samples.GetContent,
            new IntegrationCall<KnowledgeContent>(call.Arg<AccessContext>(), _ => ReadAsync(call.Arg<ContentId>()), call.Arg<ContentId>().Value) { ItemId = call.Arg<ContentId>().Value },
            call.Arg<CancellationToken>()));
        _integration.GetMetadataAsync(default, null!, default).ReturnsForAnyArgs(Samples.Metadata());
        _integration.SearchAsync(null!, null!, default).ReturnsForAnyArgs(Samples.Page("1"));
    }

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task What_was_asked_for_ahead_is_answered_by_the_cache_for_that_reader_only()
    {
        _gate.SetResult();
        CacheWarmUpReport report = await WarmUpAsync(new() { Items = [new("1"), new("2"), new("1")] });
        Assert.Equal((2, 2), (report.Succeeded, _asked));

        await _integration.GetContentAsync(new("1"), Samples.Ann, PipelineHarness.Token);
        Assert.Equal(2, _asked);
        await _integration.GetContentAsync(new("1"), Samples.Bob, PipelineHarness.Token);
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task No_more_calls_are_made_at_once_than_the_plan_allows()
    {
        Task<CacheWarmUpReport> warming = WarmUpAsync(new() { Items = [.. Enumerable.Range(1, 20).Select(i => new ContentId($"{i}"))], MaxParallelism = 3 });
        Assert.Equal(3, _asked);
        _gate.SetResult();
        Assert.Equal((20, 3), ((await warming).Succeeded, _most));
    }

    [Fact]
    public async Task Only_what_the_plan_includes_is_asked_for()
    {
        await WarmUpAsync(new() { Items = [new("1")], IncludeContent = false, IncludeMetadata = true });
        Assert.Equal(0, _asked);
        await _integration.ReceivedWithAnyArgs(1).GetMetadataAsync(default, null!, PipelineHarness.Token);
        await _integration.DidNotReceiveWithAnyArgs().SearchAsync(null!, null!, PipelineHarness.Token);
    }

    [Fact]
    public async Task A_failure_ends_no_other_call_and_is_told()
    {
        _gate.SetResult();
        CacheWarmUpReport report = await WarmUpAsync(new() { Items = [new("gone"), new("2")], Queries = [new("words")], IncludeMetadata = true });
        Assert.Equal(4, report.Succeeded);
        Assert.IsType<NotFoundException>(Assert.Single(report.Failures));
        await _integration.Received(1).SearchAsync(Arg.Any<SearchQuery>(), Samples.Ann, Arg.Any<CancellationToken>());
        await _integration.Received(2).GetMetadataAsync(Arg.Any<ContentId>(), Samples.Ann, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task The_rate_of_hits_is_told_region_by_region()
    {
        _gate.SetResult();
        await WarmUpAsync(new() { Items = [new("1")] });
        await _integration.GetContentAsync(new("1"), Samples.Ann, PipelineHarness.Token);
        await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")));

        IntegrationMetricsSnapshot figures = _harness.Metrics.GetSnapshot(Samples.Confluence);
        Assert.Equal(new CacheHitRates { Content = 0.5 }, figures.CacheHitRates);
        Assert.Equal(1 / 3d, figures.CacheHitRate, 6);
    }

    private Task<CacheWarmUpReport> WarmUpAsync(CacheWarmUpPlan plan) =>
        _integration.WarmUpAsync(plan, Samples.Ann, PipelineHarness.Token).WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

    private async Task<KnowledgeContent> ReadAsync(ContentId id)
    {
        Interlocked.Increment(ref _asked);
        _most = Math.Max(_most, Interlocked.Increment(ref _running));
        await _gate.Task;
        Interlocked.Decrement(ref _running);
        return id.Value == "gone" ? throw new NotFoundException("gone") : Samples.Content(id.Value);
    }
}
