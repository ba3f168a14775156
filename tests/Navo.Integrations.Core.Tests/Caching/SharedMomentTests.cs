using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>What another process kept counts to the moment: not past its lifetime, not from before a clearing, not out of a wrong clock.</summary>
public sealed class SharedMomentTests : IDisposable
{
    private readonly FakeDistributedCache _shared = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly PipelineHarness _one;
    private int _asked;

    public SharedMomentTests() => _one = new PipelineHarness(_shared, time: _time);

    private TimeSpan Lifetime => _one.Options.Cache.Response.Lifetime;

    public void Dispose() => _one.Dispose();

    [Theory]
    [InlineData(-1, ResultOriginKind.Cache)]
    [InlineData(0, ResultOriginKind.Source)]
    public async Task It_is_fresh_to_the_tick(long ticks, ResultOriginKind expected)
    {
        using PipelineHarness other = new(_shared, time: _time);
        await KeepAsync();
        _time.Advance(Lifetime + TimeSpan.FromTicks(ticks));

        Assert.Equal(expected, (await AskAsync(other)).Origin.Kind);
    }

    [Theory]
    [InlineData(0, ResultOriginKind.Source)]
    [InlineData(1, ResultOriginKind.Cache)]
    public async Task What_was_kept_in_the_moment_of_the_clearing_is_forgotten_and_what_came_later_is_not(long ticks, ResultOriginKind expected)
    {
        using PipelineHarness other = new(_shared, time: _time);
        other.Cache.Clear(Samples.Confluence);
        _time.Advance(TimeSpan.FromTicks(ticks));
        await KeepAsync();

        Assert.Equal(expected, (await AskAsync(other)).Origin.Kind);
    }

    [Theory]
    [InlineData(5, 0, ResultOriginKind.Cache)]
    [InlineData(5, 1, ResultOriginKind.Source)]
    public async Task A_clock_that_is_a_little_ahead_is_borne_and_what_it_kept_is_new(int seconds, long ticks, ResultOriginKind expected)
    {
        using PipelineHarness other = new(_shared, time: new FakeTimeProvider(_time.GetUtcNow() - TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(ticks)));
        await KeepAsync();

        SearchPage page = await AskAsync(other);

        Assert.Equal(new ResultOrigin(expected, TimeSpan.Zero), page.Origin);
    }

    [Fact]
    public async Task While_the_source_is_down_an_older_answer_of_another_process_stands_in_to_the_end_of_its_time()
    {
        using PipelineHarness other = new(_shared, time: _time);
        await KeepAsync();
        _time.Advance(Lifetime);

        SearchPage stale = await other.SearchAsync(_ => throw new UnavailableException("down"));
        Assert.Equal(new ResultOrigin(ResultOriginKind.StaleCache, Lifetime), stale.Origin);

        _time.Advance(_one.Options.Cache.Response.StaleFor);
        await Assert.ThrowsAsync<UnavailableException>(() => other.SearchAsync(_ => throw new UnavailableException("down")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_newer_of_two_answers_stands_in_wherever_it_is_kept(bool isOwnNewer)
    {
        using PipelineHarness other = new(_shared, time: _time);
        await KeepAsync(isOwnNewer ? _one : other);
        (string key, byte[] older) = Assert.Single(_shared.Entries);
        _time.Advance(Lifetime);
        await KeepAsync(isOwnNewer ? other : _one);
        if (isOwnNewer)
        {
            _shared.Entries[key] = older;
        }

        _time.Advance(Lifetime);
        SearchPage stale = await other.SearchAsync(_ => throw new UnavailableException("down"));

        Assert.Equal(new ResultOrigin(ResultOriginKind.StaleCache, Lifetime), stale.Origin);
        Assert.Equal("2", Assert.Single(stale.Hits).Id.Value);
    }

    [Fact]
    public async Task What_a_process_finds_of_its_own_in_the_second_level_is_still_its_own_and_renewed()
    {
        List<string> told = [];
        IntegrationCall<KnowledgeContent> call = new(Samples.Ann, _ => Tell("read"), "7") { Renew = (_, _) => Tell("renewed") };
        _time.AutoAdvanceAmount = TimeSpan.FromTicks(1); // as with a real clock, no two looks at it are the same
        await _one.Pipeline.ExecuteAsync(Samples.GetContent, call, PipelineHarness.Token);
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        _time.Advance(_one.Options.Cache.Content.Lifetime);
        await _one.Pipeline.ExecuteAsync(Samples.GetContent, call, PipelineHarness.Token);

        Assert.Equal(["read", "renewed"], told);

        Task<KnowledgeContent> Tell(string what)
        {
            told.Add(what);
            return Task.FromResult(Samples.Content());
        }
    }

    private Task KeepAsync() => KeepAsync(_one);

    private async Task KeepAsync(PipelineHarness harness)
    {
        _shared.ExpectWrite();
        await AskAsync(harness);
        await _shared.Written.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
    }

    private Task<SearchPage> AskAsync(PipelineHarness harness) => harness.SearchAsync(_ => Task.FromResult(Samples.Page($"{++_asked}")));
}
