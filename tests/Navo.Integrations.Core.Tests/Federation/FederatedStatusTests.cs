using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;
using static Navo.Integrations.Core.Tests.Federation.FederationWorld;

namespace Navo.Integrations.Core.Tests.Federation;

/// <summary>What is said of each source, and that none of them holds up or brings down the rest.</summary>
public sealed class FederatedStatusTests
{
    private readonly FakeTimeProvider _time = new();

    public static TheoryData<IntegrationException, SourceStatus> Failures => new()
    {
        { new UnavailableException("Open.") { RetryAfter = TimeSpan.FromSeconds(5) }, SourceStatus.Skipped },
        { new UnavailableException("Down."), SourceStatus.Failed },
        { new ThrottledException("Slow down.") { RetryAfter = TimeSpan.FromSeconds(5) }, SourceStatus.Failed },
        { new AuthenticationException("No."), SourceStatus.Failed },
        { new PermissionException("No."), SourceStatus.Failed },
        { new ProtocolException("What?"), SourceStatus.Failed },
        { new IntegrationTimeoutException("Late."), SourceStatus.TimedOut },
        { new InvalidQueryException("Not so."), SourceStatus.Refused },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task Row079_one_source_down_leaves_the_rest_and_is_named(IntegrationException failure, SourceStatus status)
    {
        InMemoryIntegration down = Memory("down");
        down.FailWith(failure);
        using FederationWorld world = new(_time, Memory("well"), down);

        FederatedPage page = await world.AskAsync(new("policy"));

        Assert.Equal(["well/1"], Keys([page]));
        SourceReport report = Report(page, "down");
        Assert.Equal((status, failure, 0), (report.Status, report.Error, report.HitCount));
        Assert.Equal(SourceStatus.Answered, Report(page, "well").Status);
        Assert.False(page.IsComplete);
        Assert.True(page.HasAnswer);
        Assert.Equal(SearchTotalKind.Unknown, page.Total.Kind);
    }

    [Fact]
    public async Task Row079_all_sources_down_is_a_page_that_says_so()
    {
        InMemoryIntegration down = Memory("down");
        down.FailWith(new UnavailableException("Down."));
        using FederationWorld world = new(_time, down);

        FederatedPage page = await world.AskAsync(new("policy"));

        Assert.Empty(page.Hits);
        Assert.False(page.HasAnswer);
        Assert.False(page.IsComplete);
    }

    [Fact]
    public async Task Row079_a_source_that_breaks_its_contract_is_a_failed_one()
    {
        IIntegration broken = ScriptedSource.Of("broken", (_, _, _) => throw new InvalidOperationException("secret"));
        IIntegration cancelled = ScriptedSource.Of("cancelled", (_, _, _) => throw new OperationCanceledException());
        using FederationWorld world = new(_time, broken, cancelled, Memory("well"));

        FederatedPage page = await world.AskAsync(new("policy"));

        Assert.Equal(["well/1"], Keys([page]));
        Assert.All(["broken", "cancelled"], name => Assert.IsType<ProtocolException>(Report(page, name).Error));
        Assert.DoesNotContain("secret", Report(page, "broken").Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F27_a_source_that_hangs_is_cancelled_at_the_deadline(bool heedsTheToken)
    {
        CancellationToken seen = default;
        IIntegration hangs = ScriptedSource.Of("hangs", (_, _, token) =>
        {
            seen = token;
            return heedsTheToken ? Never(token) : new TaskCompletionSource<SearchPage>().Task;
        });
        using FederationWorld world = new(_time, hangs, Memory("well"));

        await using IAsyncEnumerator<FederatedUpdate> updates = world.Search.StreamAsync(new("policy") { Deadline = TimeSpan.FromSeconds(3) }, Ada, Token).GetAsyncEnumerator(Token);
        await updates.MoveNextAsync();
        Assert.Equal("well", updates.Current.Report!.Source.ToString());
        Task<bool> next = updates.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(20), Token) && await updates.MoveNextAsync());
        FederatedPage page = updates.Current.Page!;

        Assert.Equal(["well/1"], Keys([page]));
        Assert.Equal(SourceStatus.TimedOut, Report(page, "hangs").Status);
        Assert.IsType<IntegrationTimeoutException>(Report(page, "hangs").Error);
        Assert.Equal(TimeSpan.FromSeconds(3), Report(page, "hangs").Duration);
        Assert.True(seen == default || seen.IsCancellationRequested);
    }

    [Fact]
    public async Task F27_the_callers_cancellation_ends_a_search_although_a_source_ignores_it()
    {
        using CancellationTokenSource caller = new();
        TaskCompletionSource began = new();
        IIntegration deaf = ScriptedSource.Of("deaf", (_, _, _) =>
        {
            began.SetResult();
            return new TaskCompletionSource<SearchPage>().Task;
        });
        using FederationWorld world = new(_time, deaf);

        Task<FederatedPage> search = world.Search.SearchAsync(new("policy"), Ada, caller.Token);
        await began.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search.WaitAsync(TimeSpan.FromSeconds(5), Token));
    }

    [Theory]
    [InlineData(true, SourceStatus.StaleFromCache)]
    [InlineData(false, SourceStatus.Failed)]
    public async Task Row079_a_stale_answer_is_labelled_with_its_age_or_refused(bool allowed, SourceStatus status)
    {
        SearchPage stale = ScriptedSource.Page(ScriptedSource.Hit("cached", "1")) with { Origin = new(ResultOriginKind.StaleCache, TimeSpan.FromMinutes(7)) };
        using FederationWorld world = new(_time, ScriptedSource.Of("cached", (_, _, _) => Task.FromResult(stale)));

        FederatedPage page = await world.AskAsync(new("policy") { AllowStale = allowed });

        Assert.Equal(status, Report(page, "cached").Status);
        Assert.Equal(allowed ? TimeSpan.FromMinutes(7) : TimeSpan.Zero, Report(page, "cached").Age);
        Assert.Equal(allowed ? 1 : 0, page.Hits.Count);
        Assert.False(page.IsComplete);
    }

    [Fact]
    public async Task T02_hits_whose_permission_is_unknown_make_the_answer_partial_and_do_not_show()
    {
        InMemoryIntegration source = Memory("source");
        source.Add("2", "Hidden policy", "policy", policy: null);
        using FederationWorld world = new(_time, source);

        FederatedPage page = await world.AskAsync(new("policy"));

        Assert.Equal(["source/1"], Keys([page]));
        Assert.Equal(SourceStatus.Partial, Report(page, "source").Status);
        Assert.Equal([new Omission(OmissionReason.PermissionUnknown, 1)], Report(page, "source").Omitted);
    }

    [Fact]
    public async Task Row043_streamed_hits_come_as_sources_answer_and_end_in_the_fused_page()
    {
        TaskCompletionSource<SearchPage> slow = new();
        using FederationWorld world = new(_time, ScriptedSource.Of("slow", (_, _, _) => slow.Task), Memory("quick"));

        List<FederatedUpdate> updates = [];
        await foreach (FederatedUpdate update in world.Search.StreamAsync(new("policy"), Ada, Token))
        {
            updates.Add(update);
            slow.TrySetResult(ScriptedSource.Page(ScriptedSource.Hit("slow", "1")));
        }

        Assert.Equal(["quick", "slow", null], updates.Select(update => update.Report?.Source.ToString()));
        Assert.Equal(["quick/1", "slow/1"], updates.SelectMany(update => update.Hits).Select(Key));
        Assert.Equal(["quick/1", "slow/1"], Keys([updates[^1].Page!]).Order());
    }

    [Fact]
    public async Task F27_leaving_a_stream_cancels_what_is_under_way()
    {
        CancellationToken seen = default;
        TaskCompletionSource began = new();
        IIntegration hangs = ScriptedSource.Of("hangs", (_, _, token) =>
        {
            seen = token;
            began.SetResult();
            return Never(token);
        });
        using FederationWorld world = new(_time, hangs, Memory("quick"));

        await foreach (FederatedUpdate update in world.Search.StreamAsync(new("policy"), Ada, Token))
        {
            await began.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
            break;
        }

        Assert.True(seen.IsCancellationRequested);
    }

    [Fact]
    public async Task Row043_a_batch_carries_out_equal_queries_once_and_gives_each_its_item()
    {
        InMemoryIntegration source = Memory("source");
        using FederationWorld world = new(_time, source);
        FederatedQuery[] queries = [new("policy") { Kinds = [ContentKind.Page] }, new("policy") { Kinds = [ContentKind.Page] }, new("nothing"), new("policy") { Continuation = "forged" }];

        List<BatchItem<FederatedQuery, FederatedPage>> items = [];
        await foreach (BatchItem<FederatedQuery, FederatedPage> item in world.Search.SearchManyAsync(queries, Ada, cancellationToken: Token))
        {
            items.Add(item);
        }

        Assert.Equal([1, 1, 0], items.Take(3).Select(item => item.Get().Hits.Count));
        Assert.IsType<InvalidQueryException>(items[3].Error);
        Assert.Equal(queries, items.Select(item => item.Key));
        Assert.Equal(2, source.Calls.Count);
    }

    private InMemoryIntegration Memory(string name)
    {
        InMemoryIntegration memory = new(name, _time);
        memory.Add("1", $"{name} policy", "The policy.", Audience.Everyone);
        return memory;
    }

    private static async Task<SearchPage> Never(CancellationToken token)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return ScriptedSource.Page();
    }

    private static SourceReport Report(FederatedPage page, string name) => Assert.Single(page.Reports, report => report.Source.ToString() == name);
}
