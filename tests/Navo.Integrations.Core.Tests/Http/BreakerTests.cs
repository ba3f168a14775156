using System.Net;
using Navo.Integrations.Abstractions;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class BreakerTests
{
    private HttpStatusCode _status = HttpStatusCode.BadGateway;

    [Fact]
    public async Task F24_an_open_breaker_fails_fast_says_when_it_probes_and_recovers()
    {
        using HttpHarness harness = Create();
        await OpenAsync(harness);

        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        UnavailableException error = await Assert.ThrowsAsync<UnavailableException>(() => harness.GetAsync().WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        Assert.Equal(TimeSpan.FromSeconds(10), error.RetryAfter);
        Assert.Equal(10, harness.Server.Count);
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        _status = HttpStatusCode.OK;
        using HttpResponseMessage probe = await harness.GetAsync();
        using HttpResponseMessage next = await harness.GetAsync();
        Assert.Equal(12, harness.Server.Count);
    }

    [Fact]
    public async Task F25_a_probe_that_fails_opens_the_breaker_again()
    {
        using HttpHarness harness = Create();
        await OpenAsync(harness);
        harness.Clock.Advance(harness.Options.BreakDuration);

        await Assert.ThrowsAsync<UnavailableException>(() => harness.PostAsync());
        UnavailableException error = await Assert.ThrowsAsync<UnavailableException>(() => harness.PostAsync());

        Assert.Equal(harness.Options.BreakDuration, error.RetryAfter);
        Assert.Equal(11, harness.Server.Count);
    }

    [Fact]
    public async Task F25_a_probe_that_its_caller_leaves_does_not_close_the_breaker()
    {
        using var caller = new CancellationTokenSource();
        using HttpHarness harness = new(async (number, _, token) =>
        {
            await (number == 11 ? caller.CancelAsync() : Task.CompletedTask);
            token.ThrowIfCancellationRequested();
            return Json(status: HttpStatusCode.BadGateway);
        });
        await OpenAsync(harness);
        harness.Clock.Advance(harness.Options.BreakDuration);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.GetAsync(token: caller.Token));
        UnavailableException error = await Assert.ThrowsAsync<UnavailableException>(() => harness.PostAsync());

        Assert.Equal((11, harness.Options.BreakDuration), (harness.Server.Count, error.RetryAfter));
    }

    [Fact]
    public async Task F25_a_read_that_finds_the_breaker_open_is_not_tried_again()
    {
        using HttpHarness harness = Create();
        await OpenAsync(harness);

        await Assert.ThrowsAsync<UnavailableException>(() => harness.GetAsync().WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        Assert.False(harness.Clock.Waits.TryRead(out _));
        Assert.Empty(harness.RetryDelays());
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task Answers_about_the_caller_do_not_open_the_breaker(HttpStatusCode status)
    {
        _status = status;
        using HttpHarness harness = Create();
        for (int call = 0; call < 40; call++)
        {
            await Assert.ThrowsAnyAsync<IntegrationException>(() => harness.PostAsync());
        }

        Assert.Equal(40, harness.Server.Count);
    }

    [Fact]
    public async Task Attempts_that_time_out_open_the_breaker()
    {
        using var harness = new HttpHarness(async (_, _, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Json();
        });
        Task<IntegrationTimeoutException>[] calls = [.. Enumerable.Range(0, 10).Select(_ => Assert.ThrowsAsync<IntegrationTimeoutException>(() => harness.PostAsync()))];
        await DeadlineAndQueueTests.UntilAsync(() => harness.Server.Count == 10);
        harness.Clock.Advance(harness.Options.AttemptTimeout);
        await Task.WhenAll(calls).WaitAsync(HttpHarness.Patience, HttpHarness.Token);

        await Assert.ThrowsAsync<UnavailableException>(() => harness.PostAsync());

        Assert.Equal(10, harness.Server.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task F30_a_wall_clock_that_is_set_neither_keeps_the_breaker_open_nor_closes_it(int hours)
    {
        using HttpHarness harness = Create();
        await OpenAsync(harness);
        harness.Clock.WallClockOffset = TimeSpan.FromHours(hours);
        await Assert.ThrowsAsync<UnavailableException>(() => harness.PostAsync());
        Assert.Equal(10, harness.Server.Count);

        harness.Clock.Advance(harness.Options.BreakDuration);
        _status = HttpStatusCode.OK;
        using HttpResponseMessage probe = await harness.PostAsync();

        Assert.Equal(11, harness.Server.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task F30_a_wall_clock_that_is_set_does_not_change_a_wait(int hours)
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.TooManyRequests, ("Retry-After", "9")), () => Json()));
        Task<HttpResponseMessage> first = harness.GetAsync();
        await harness.Clock.NextWaitAsync();
        harness.Clock.WallClockOffset = TimeSpan.FromHours(hours);
        harness.Clock.Advance(TimeSpan.FromSeconds(4));

        Task<HttpResponseMessage> second = harness.GetAsync();
        Assert.Equal(TimeSpan.FromSeconds(5), await harness.Clock.NextWaitAsync());
        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        using HttpResponseMessage one = await first.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        using HttpResponseMessage two = await second.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
    }

    private HttpHarness Create() => new((_, _, _) => Task.FromResult(Json(status: _status)));

    private static async Task OpenAsync(HttpHarness harness)
    {
        for (int call = 0; call < 10; call++)
        {
            await Assert.ThrowsAsync<UnavailableException>(() => harness.PostAsync());
        }
    }
}
