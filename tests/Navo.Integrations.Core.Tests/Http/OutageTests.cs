using System.Net;
using Navo.Integrations.Abstractions;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class OutageTests
{
    private static readonly Action<HttpSetup> WithoutBreaker = static setup => setup.Options.BreakerMinimumThroughput = 1_000_000;

    [Fact]
    public async Task F24_under_a_full_outage_at_most_a_tenth_more_requests_than_calls_go_out()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.InternalServerError)), WithoutBreaker);
        for (int call = 0; call < 1000; call++)
        {
            await Assert.ThrowsAsync<UnavailableException>(() => harness.DriveAsync(harness.GetAsync()));
        }

        Assert.InRange(harness.Server.Count, 1000 + 90, 1000 + 103); // the bucket is filled with 3 at the start
    }

    [Fact]
    public async Task F24_fifty_callers_at_once_cost_no_more()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.ServiceUnavailable)), WithoutBreaker);
        for (int round = 0; round < 10; round++)
        {
            Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 50).Select(_ => harness.GetAsync())];
            await harness.DriveAsync(Task.WhenAll(calls.Select(call => Assert.ThrowsAsync<UnavailableException>(() => call))));
        }

        Assert.InRange(harness.Server.Count, 500 + 20, 500 + 53);
    }

    [Fact]
    public async Task F24_calls_that_succeed_earn_no_more_than_the_bucket_holds()
    {
        bool isDown = false;
        using var harness = new HttpHarness((_, _, _) => Task.FromResult(Json(status: isDown ? HttpStatusCode.BadGateway : HttpStatusCode.OK)), WithoutBreaker);
        for (int call = 0; call < 500; call++)
        {
            using HttpResponseMessage response = await harness.GetAsync();
        }

        isDown = true;
        for (int call = 0; call < 100; call++)
        {
            await Assert.ThrowsAsync<UnavailableException>(() => harness.DriveAsync(harness.GetAsync()));
        }

        Assert.InRange(harness.Server.Count - 500, 100 + 18, 100 + 20);
    }

    [Fact]
    public async Task F01_a_limit_that_hits_many_callers_at_once_is_waited_out_by_all_of_them()
    {
        var allThere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var harness = new HttpHarness(async (number, _, token) =>
        {
            await allThere.Task.WaitAsync(token);
            return number <= 16 ? Status(HttpStatusCode.TooManyRequests, ("Retry-After", "5")) : Json();
        });
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 16).Select(_ => harness.GetAsync())];
        await DeadlineAndQueueTests.UntilAsync(() => harness.Server.Count == 16);
        allThere.SetResult();
        for (int call = 0; call < 16; call++)
        {
            Assert.Equal(TimeSpan.FromSeconds(5), await harness.Clock.NextWaitAsync());
        }

        harness.Clock.Advance(TimeSpan.FromSeconds(5));

        HttpResponseMessage[] responses = await Task.WhenAll(calls).WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(32, harness.Server.Count);
    }

    [Fact]
    public async Task F01_a_caller_who_comes_during_a_pause_waits_for_its_end()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.TooManyRequests, ("Retry-After", "9")), () => Json()));
        Task<HttpResponseMessage> first = harness.GetAsync();
        await harness.Clock.NextWaitAsync();
        harness.Clock.Advance(TimeSpan.FromSeconds(4));

        Task<HttpResponseMessage> second = harness.GetAsync();
        Assert.Equal(TimeSpan.FromSeconds(5), await harness.Clock.NextWaitAsync());
        harness.Clock.Advance(TimeSpan.FromSeconds(5));

        using HttpResponseMessage one = await first.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        using HttpResponseMessage two = await second.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        Assert.Equal([0, 9, 9], harness.Server.Requests.Select(r => r.At.TotalSeconds));
    }
}
