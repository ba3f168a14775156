using System.Diagnostics;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Tests.Pipeline;

/// <summary>What is kept is answered without a call of its own, and looks to everyone as if it had one.</summary>
public sealed class RecallTests : IDisposable
{
    private static readonly IntegrationOperation Unwritten = Samples.Search with { IsAudited = false };
    private readonly PipelineHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Row082_an_answer_that_is_kept_counts_as_a_call_and_as_a_hit_and_says_its_age()
    {
        await SearchAsync(Unwritten);
        _harness.Time.Advance(TimeSpan.FromSeconds(30));
        Task<SearchPage> again = SearchAsync(Unwritten);

        Assert.True(again.IsCompleted);
        Assert.Equal(new ResultOrigin(ResultOriginKind.Cache, TimeSpan.FromSeconds(30)), (await again).Origin);
        IntegrationMetricsSnapshot figures = _harness.Metrics.GetSnapshot(Samples.Confluence);
        Assert.Equal((2L, 2L, 0L, 0.5), (figures.RequestsTotal, figures.RequestsSuccessful, figures.RequestsFailed, figures.CacheHitRate));
    }

    [Fact]
    public async Task F15_what_fails_on_the_short_way_is_told_by_the_task_of_the_long_one()
    {
        IntegrationCall<Stubborn> call = new(Samples.Ann, static _ => Task.FromResult(new Stubborn()), "words");
        await _harness.Pipeline.ExecuteAsync(Unwritten, call, PipelineHarness.Token);
        Task<Stubborn> again = _harness.Pipeline.ExecuteAsync(Unwritten, call, PipelineHarness.Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => again);
        Assert.Equal((1L, 1L), (_harness.Metrics.GetSnapshot(Samples.Confluence).RequestsSuccessful, _harness.Metrics.GetSnapshot(Samples.Confluence).RequestsFailed));
    }

    [Fact]
    public async Task Row082_an_answer_that_is_kept_is_part_of_the_call_that_asks_for_it()
    {
        await SearchAsync(Unwritten);
        await _harness.Pipeline.ExecuteAsync(Samples.Uncached, new IntegrationCall<SearchPage>(Samples.Ann, _ => SearchAsync(Unwritten)), PipelineHarness.Token);

        Assert.Equal(2, _harness.Metrics.GetSnapshot(Samples.Confluence).RequestsTotal);
    }

    [Fact]
    public async Task Row084_an_answer_that_is_kept_is_written_down_where_answers_are()
    {
        await SearchAsync(Samples.Search);
        await SearchAsync(Samples.Search);

        Assert.Equal([false, true], _harness.Audit.Records.Select(static record => record.FromCache));
    }

    [Fact]
    public async Task Row082_an_answer_that_is_kept_has_an_activity_where_anyone_listens()
    {
        List<Activity> ended = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "Navo.Integrations.Recalltest",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        IIntegrationPipeline pipeline = _harness.PipelineOf("recalltest");
        await SearchAsync(Unwritten, pipeline);
        await SearchAsync(Unwritten, pipeline);

        Assert.Equal(["source", "cache"], ended.Select(static one => one.GetTagItem("navo.origin")));
    }

    [Fact]
    public async Task T01_what_is_kept_for_one_reader_is_not_another_s()
    {
        await SearchAsync(Unwritten);

        Assert.Equal(ResultOriginKind.Source, (await SearchAsync(Unwritten, reader: Samples.Bob)).Origin.Kind);
    }

    [Theory]
    [InlineData("forgotten")]
    [InlineData("old")]
    [InlineData("off")]
    public async Task What_is_not_to_be_served_is_asked_for(string why)
    {
        await SearchAsync(Unwritten);
        switch (why)
        {
            case "forgotten":
                _harness.Pipeline.Forget();
                break;
            case "old":
                _harness.Time.Advance(TimeSpan.FromHours(1));
                break;
            default:
                _harness.Options.Cache.Enabled = false;
                break;
        }

        Assert.Equal(ResultOriginKind.Source, (await SearchAsync(Unwritten)).Origin.Kind);
    }

    private Task<SearchPage> SearchAsync(IntegrationOperation operation, IIntegrationPipeline? pipeline = null, AccessContext? reader = null) =>
        (pipeline ?? _harness.Pipeline).ExecuteAsync(operation, new IntegrationCall<SearchPage>(reader ?? Samples.Ann, static _ => Task.FromResult(Samples.Page("1")), "words"), PipelineHarness.Token);

    /// <summary>A result of an application that can't say where it came from.</summary>
    private sealed record Stubborn : IServedResult
    {
        public ResultOrigin Origin => new(ResultOriginKind.Source, TimeSpan.Zero);

        public IServedResult WithOrigin(ResultOrigin origin) => throw new InvalidOperationException("x");
    }
}
