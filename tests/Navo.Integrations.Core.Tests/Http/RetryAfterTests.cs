using System.Net;
using Navo.Integrations.Abstractions;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class RetryAfterTests
{
    public static TheoryData<string, string, double> Forms => new()
    {
        { "Retry-After", "7", 7 },
        { "Retry-After", "70", 70 },
        { "retry-after-ms", "1500", 1.5 },
        { "x-ms-retry-after-ms", "250", 0.25 },
        { "X-RateLimit-Reset", "2026-03-01T12:01Z", 60 },
        { "RateLimit-Reset", "12", 12 },
        { "x-ratelimit-reset-requests", "1m6s", 66 },
        { "x-ratelimit-reset-tokens", "350ms", 0.35 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task F01_F05_the_wait_that_a_limit_asks_for_is_kept_to_the_millisecond(string header, string value, double seconds)
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.TooManyRequests, (header, value)), () => Json()));
        Task<HttpResponseMessage> call = harness.GetAsync();

        await AssertWaitsAsync(harness, call, TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task F01_the_wait_is_kept_whatever_the_status_that_asks_for_it(HttpStatusCode status)
    {
        using var harness = new HttpHarness(InOrder(() => Status(status, ("Retry-After", "7")), () => Json()));
        Task<HttpResponseMessage> call = harness.GetAsync();

        await AssertWaitsAsync(harness, call, TimeSpan.FromSeconds(7));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-6)]
    [InlineData(6)]
    public async Task F02_a_date_is_measured_from_the_date_of_the_response_whatever_the_local_clock(int hoursOff)
    {
        using var harness = new HttpHarness(InOrder(
            () => Status(HttpStatusCode.TooManyRequests, ("Date", "Sun, 01 Mar 2026 12:00:00 GMT"), ("Retry-After", "Sun, 01 Mar 2026 12:01:10 GMT")), () => Json()));
        harness.Clock.WallClockOffset = TimeSpan.FromHours(hoursOff);
        Task<HttpResponseMessage> call = harness.GetAsync();

        await AssertWaitsAsync(harness, call, TimeSpan.FromSeconds(70));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("Sun, 01 Mar 1998 12:01:10 GMT")]
    public async Task F03_a_wait_that_makes_no_sense_is_replaced_by_the_backoff(string value)
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.TooManyRequests, ("Retry-After", value)), () => Json()));

        using HttpResponseMessage response = await harness.DriveAsync(harness.GetAsync()); // the jitter may be no wait at all

        Assert.Equal(2, harness.Server.Count);
        Assert.InRange(harness.Server.Requests[1].At, TimeSpan.Zero, harness.Options.RetryBaseDelay);
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("414000", 414_000)]
    [InlineData("99999999999999", 31_536_000)]
    public async Task F04_a_wait_that_passes_the_deadline_is_not_begun_but_told(string value, double seconds)
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.TooManyRequests, ("Retry-After", value))));

        ThrottledException error = await Assert.ThrowsAsync<ThrottledException>(
            () => harness.WithinAsync(TimeSpan.FromSeconds(30), () => harness.GetAsync()).WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
        Assert.Equal(harness.Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds), error.RetryAt);
        Assert.Equal((1, "get", "42"), (harness.Server.Count, error.Operation, error.ItemId));
    }

    [Fact]
    public async Task F04_a_later_call_into_a_long_pause_is_told_at_once_what_is_left_of_it()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.TooManyRequests, ("Retry-After", "3600"))));
        await Assert.ThrowsAsync<ThrottledException>(() => harness.GetAsync());
        harness.Clock.Advance(TimeSpan.FromSeconds(600));

        ThrottledException error = await Assert.ThrowsAsync<ThrottledException>(() => harness.GetAsync().WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        Assert.Equal(TimeSpan.FromSeconds(3000), error.RetryAfter);
        Assert.Equal(1, harness.Server.Count);
    }

    [Fact]
    public async Task F04_a_request_without_a_scope_counts_what_it_has_waited_already()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.TooManyRequests, ("Retry-After", "60"))));
        Task<HttpResponseMessage> call = harness.GetAsync();
        harness.Clock.Advance(await harness.Clock.NextWaitAsync());

        ThrottledException error = await Assert.ThrowsAsync<ThrottledException>(() => call.WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        Assert.Equal(TimeSpan.FromSeconds(60), error.RetryAfter);
        Assert.Equal(2, harness.Server.Count);
    }

    [Fact]
    public async Task F05_the_reset_of_a_quota_counts_for_a_429_only()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.ServiceUnavailable, ("X-RateLimit-Reset", "2026-03-01T12:01Z")), () => Json()));

        using HttpResponseMessage response = await harness.DriveAsync(harness.GetAsync());

        Assert.InRange(harness.Server.Requests[1].At, TimeSpan.Zero, harness.Options.RetryBaseDelay);
    }

    private static async Task AssertWaitsAsync(HttpHarness harness, Task<HttpResponseMessage> call, TimeSpan wait)
    {
        Assert.Equal(wait, await harness.Clock.NextWaitAsync());
        harness.Clock.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, harness.Server.Count);
        harness.Clock.Advance(TimeSpan.FromMilliseconds(1));
        using HttpResponseMessage response = await call.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        Assert.Equal([TimeSpan.Zero, wait], harness.Server.Requests.Select(r => r.At));
    }
}
