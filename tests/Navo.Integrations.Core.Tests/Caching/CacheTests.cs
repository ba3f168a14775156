using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class CacheTests : IDisposable
{
    private readonly PipelineHarness _harness = new();
    private int _asked;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Row080_a_hit_is_marked_with_its_age_and_asks_nobody()
    {
        SearchPage first = await AskAsync();
        _harness.Time.Advance(TimeSpan.FromMinutes(4));
        SearchPage second = await AskAsync();

        Assert.Equal(1, _asked);
        Assert.Equal(new ResultOrigin(ResultOriginKind.Source, TimeSpan.Zero), first.Origin);
        Assert.Equal(new ResultOrigin(ResultOriginKind.Cache, TimeSpan.FromMinutes(4)), second.Origin);
        Assert.Same(first.Hits, second.Hits);
    }

    [Theory]
    [InlineData(CacheRegion.Response, 5)]
    [InlineData(CacheRegion.Content, 10)]
    [InlineData(CacheRegion.Metadata, 10)]
    [InlineData(CacheRegion.Permission, 1)]
    public async Task Row080_T03_each_region_has_its_own_lifetime_to_the_tick_and_its_own_switch(CacheRegion region, int minutes)
    {
        await AskAsync(region: region);
        _harness.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromTicks(1));
        await AskAsync(region: region);
        Assert.Equal(1, _asked);

        _harness.Time.Advance(TimeSpan.FromTicks(1));
        await AskAsync(region: region);
        Assert.Equal(2, _asked);

        CacheRegions.Find(_harness.Options.Cache, region)!.Enabled = false;
        await AskAsync(region: region);
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task Row080_with_the_cache_off_every_call_asks()
    {
        _harness.Options.Cache.Enabled = false;
        await AskAsync();
        await AskAsync();
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task An_operation_without_a_region_is_never_kept()
    {
        await AskAsync(region: CacheRegion.None);
        await AskAsync(region: CacheRegion.None);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Another_instance_and_other_arguments_are_other_entries()
    {
        var work = new IntegrationCall<SearchPage>(Samples.Ann, Work, "words");
        await _harness.Pipeline.ExecuteAsync(Samples.Search, work, PipelineHarness.Token);
        await _harness.PipelineOf("confluence:legal").ExecuteAsync(Samples.Search, work, PipelineHarness.Token);
        await _harness.Pipeline.ExecuteAsync(Samples.Search, new IntegrationCall<SearchPage>(Samples.Ann, Work, "words", null), PipelineHarness.Token);
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task A_failure_an_unknown_decision_and_a_stale_result_are_not_kept()
    {
        await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw new NotFoundException("gone")));
        Assert.Equal("1", (await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("1")))).Hits[0].Id.Value);

        int checks = 0;
        var check = new IntegrationCall<PermissionDecision>(Samples.Ann, _ => Task.FromResult(Samples.Decision(++checks == 1 ? PermissionOutcome.Unknown : PermissionOutcome.Deny)), "7");
        await _harness.Pipeline.ExecuteAsync(Samples.Check, check, PipelineHarness.Token);
        await _harness.Pipeline.ExecuteAsync(Samples.Check, check, PipelineHarness.Token);
        await _harness.Pipeline.ExecuteAsync(Samples.Check, check, PipelineHarness.Token);
        Assert.Equal(2, checks);

        var stale = new ResultOrigin(ResultOriginKind.StaleCache, TimeSpan.FromHours(1));
        await _harness.SearchAsync(_ => Task.FromResult(Samples.Page("old") with { Origin = stale }), text: "other");
        await AskAsync(text: "other");
        Assert.Equal(1, _asked);
    }

    [Theory]
    [InlineData(typeof(UnavailableException))]
    [InlineData(typeof(ThrottledException))]
    [InlineData(typeof(IntegrationTimeoutException))]
    public async Task While_the_source_is_down_an_older_answer_is_served_marked_as_stale_within_its_bound(Type failure)
    {
        var down = (Exception)Activator.CreateInstance(failure, "down", null)!;
        await AskAsync();
        _harness.Time.Advance(TimeSpan.FromMinutes(64));

        SearchPage stale = await _harness.SearchAsync(_ => throw down);
        Assert.Equal(new ResultOrigin(ResultOriginKind.StaleCache, TimeSpan.FromMinutes(64)), stale.Origin);
        Assert.True(_harness.Audit.Records.Last() is { FromCache: true, IsStale: true });

        _harness.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Same(down, await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw down)));
    }

    [Fact]
    public async Task Who_takes_no_older_answer_gets_the_failure()
    {
        await AskAsync();
        _harness.Time.Advance(TimeSpan.FromMinutes(6));
        UnavailableException down = new("down");

        Assert.Same(down, await Record.ExceptionAsync(() => _harness.SearchAsync(_ => throw down, reader: Samples.Ann with { AllowStale = false })));
        Assert.True((await _harness.SearchAsync(_ => throw down)).Origin.IsStale); // the other callers' switch is their own
    }

    [Fact]
    public async Task A_source_that_hangs_past_the_deadline_is_down_too()
    {
        await AskAsync();
        _harness.Time.Advance(TimeSpan.FromMinutes(6));
        Task<SearchPage> call = _harness.SearchAsync(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Samples.Page();
        });
        _harness.Time.Advance(_harness.Options.Timeout);

        Assert.True((await call).Origin.IsStale);
    }

    [Fact]
    public async Task Other_failures_are_not_covered_up_by_an_older_answer()
    {
        await AskAsync();
        _harness.Time.Advance(TimeSpan.FromMinutes(6));
        await Assert.ThrowsAsync<PermissionException>(() => _harness.SearchAsync(_ => throw new PermissionException("revoked")));
    }

    [Fact]
    public async Task T03_a_permission_decision_is_never_served_stale_whatever_the_options_say()
    {
        _harness.Options.Cache.Permission.StaleFor = TimeSpan.FromHours(1);
        await AskAsync(region: CacheRegion.Permission);
        bool isDown = false;
        var check = new IntegrationCall<PermissionDecision>(
            Samples.Ann, _ => isDown ? throw new UnavailableException("down") : Task.FromResult(Samples.Decision(PermissionOutcome.Allow)), "7");
        await _harness.Pipeline.ExecuteAsync(Samples.Check, check, PipelineHarness.Token);
        isDown = true;
        _harness.Time.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<UnavailableException>(() => _harness.Pipeline.ExecuteAsync(Samples.Check, check, PipelineHarness.Token));
        var list = new IntegrationCall<SearchPage>(Samples.Ann, _ => throw new UnavailableException("down"), "words");
        await Assert.ThrowsAsync<UnavailableException>(() =>
            _harness.Pipeline.ExecuteAsync(Samples.Search with { Region = CacheRegion.Permission }, list, PipelineHarness.Token));
    }

    [Fact]
    public async Task T03_clearing_forgets_one_integration_and_what_is_still_under_way()
    {
        var slow = new TaskCompletionSource<SearchPage>();
        await AskAsync();
        Task<SearchPage> before = _harness.SearchAsync(_ => slow.Task, text: "slow");

        _harness.Cache.Clear(Samples.Confluence);
        await AskAsync();
        Assert.Equal(2, _asked);
        await AskAsync();
        Assert.Equal(2, _asked);

        await AskAsync(text: "slow");
        slow.SetResult(Samples.Page("old"));
        await before;
        Assert.Equal("1", (await AskAsync(text: "slow")).Hits[0].Id.Value);
    }

    [Fact]
    public async Task F30_a_wall_clock_that_jumps_leaves_ages_alone()
    {
        var time = new JumpingTimeProvider();
        using var harness = new PipelineHarness(time: time);
        await harness.SearchAsync(Work);

        time.WallClockOffset = TimeSpan.FromHours(-1);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(1), (await harness.SearchAsync(Work)).Origin.Age);

        time.WallClockOffset = TimeSpan.FromHours(1);
        Assert.Equal(TimeSpan.FromMinutes(1), (await harness.SearchAsync(Work)).Origin.Age);
        time.Advance(TimeSpan.FromMinutes(4));
        await harness.SearchAsync(Work);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Row080_memory_is_bounded_by_what_the_texts_take()
    {
        using var harness = new PipelineHarness(configure: services => services.Configure<CacheStoreOptions>(options => options.ContentMaxBytes = 1 << 20));
        await harness.SearchAsync(Work);
        KnowledgeContent large = Samples.Content() with { Markdown = new string('x', 100_000) };
        for (int i = 0; i < 20; i++)
        {
            await ReadAsync(harness, $"{i}", large);
        }

        int kept = 0;
        for (int i = 0; i < 20; i++)
        {
            kept += (await ReadAsync(harness, $"{i}", Samples.Content())).Markdown.Length == 100_000 ? 1 : 0;
        }

        Assert.InRange(kept, 1, 5);
        Assert.Equal(ResultOriginKind.Cache, (await harness.SearchAsync(Work)).Origin.Kind); // another region's memory is its own
    }

    [Fact]
    public async Task Row080_a_result_past_its_lifetime_is_renewed_with_what_is_kept_and_forgotten_with_it()
    {
        List<string> told = [];
        await RenewAsync();
        await RenewAsync();
        _harness.Time.Advance(TimeSpan.FromMinutes(10));
        KnowledgeContent renewed = await RenewAsync();
        Assert.Equal(("read+", ResultOriginKind.Source), (renewed.Markdown, renewed.Origin.Kind));
        _harness.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(("read+", ResultOriginKind.Cache), ((await RenewAsync()).Markdown, (await RenewAsync()).Origin.Kind));
        _harness.Cache.Clear(IntegrationName.Parse("confluence"));
        Assert.Equal("read", (await RenewAsync()).Markdown);
        Assert.Equal(["read", "renew", "read"], told);

        Task<KnowledgeContent> RenewAsync() => _harness.Pipeline.ExecuteAsync(Samples.GetContent, new IntegrationCall<KnowledgeContent>(Samples.Ann, _ => Tell("read", "read"), "1")
        {
            Renew = (kept, _) => Tell("renew", kept.Markdown + "+"),
        }, PipelineHarness.Token);

        Task<KnowledgeContent> Tell(string what, string markdown)
        {
            told.Add(what);
            return Task.FromResult(Samples.Content() with { Markdown = markdown });
        }
    }

    private static Task<KnowledgeContent> ReadAsync(PipelineHarness harness, string id, KnowledgeContent content) =>
        harness.Pipeline.ExecuteAsync(Samples.GetContent, new IntegrationCall<KnowledgeContent>(Samples.Ann, _ => Task.FromResult(content), id), PipelineHarness.Token);

    private Task<SearchPage> Work(CancellationToken token)
    {
        _asked++;
        return Task.FromResult(Samples.Page("1"));
    }

    private Task<SearchPage> AskAsync(string text = "words", CacheRegion region = CacheRegion.Response) =>
        _harness.Pipeline.ExecuteAsync(Samples.Search with { Region = region }, new IntegrationCall<SearchPage>(Samples.Ann, Work, text), PipelineHarness.Token);
}
