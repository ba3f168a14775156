using System.Net;
using Navo.Integrations.Abstractions;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class DeadlineAndQueueTests
{
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inFlight;
    private int _most;

    [Fact]
    public async Task F12_a_source_that_does_not_answer_is_tried_again_and_then_a_timeout()
    {
        using var harness = new HttpHarness(HangAsync, setup => setup.Options.MaxRetryAttempts = 1);
        Task<HttpResponseMessage> call = harness.GetAsync();
        await _reached.Task.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        harness.Clock.Advance(harness.Options.AttemptTimeout);
        await Task.WhenAny(harness.Clock.NextWaitAsync(), UntilAsync(() => harness.Server.Count == 2)); // the jitter may be no wait at all
        harness.Clock.Advance(harness.Options.RetryBaseDelay);
        await UntilAsync(() => harness.Server.Count == 2);
        harness.Clock.Advance(harness.Options.AttemptTimeout);

        await Assert.ThrowsAsync<IntegrationTimeoutException>(() => call.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
        Assert.Equal(2, harness.Server.Count);
    }

    [Fact]
    public async Task F12_all_attempts_together_do_not_pass_the_total_timeout()
    {
        using var harness = new HttpHarness(HangAsync, setup => setup.TotalTimeout = TimeSpan.FromSeconds(20));
        Task<HttpResponseMessage> call = harness.GetAsync();
        await _reached.Task.WaitAsync(HttpHarness.Patience, HttpHarness.Token);

        harness.Clock.Advance(TimeSpan.FromSeconds(19.999));
        Assert.False(call.IsCompleted);
        harness.Clock.Advance(TimeSpan.FromSeconds(0.001));

        await Assert.ThrowsAsync<IntegrationTimeoutException>(() => call.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
        Assert.Equal(1, harness.Server.Count);
    }

    [Fact]
    public async Task F34_the_time_in_the_queue_counts_towards_the_total_timeout()
    {
        using var harness = new HttpHarness(HangAsync, setup =>
        {
            setup.Options.MaxConcurrentRequests = 1;
            setup.Options.AttemptTimeout = TimeSpan.FromHours(1);
            setup.TotalTimeout = TimeSpan.FromSeconds(50);
        });
        Task<HttpResponseMessage> first = harness.GetAsync();
        await _reached.Task.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Task<HttpResponseMessage> queued = harness.GetAsync();

        harness.Clock.Advance(TimeSpan.FromSeconds(40));
        await Assert.ThrowsAsync<IntegrationTimeoutException>(() => first.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
        harness.Clock.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<IntegrationTimeoutException>(() => queued.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
    }

    [Fact]
    public async Task F34_of_ten_thousand_calls_fifty_go_at_once_and_all_are_answered()
    {
        using var harness = new HttpHarness(CountAsync, setup => (setup.Options.MaxConcurrentRequests, setup.Time) = (50, TimeProvider.System));
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 10_000).Select(number => harness.GetAsync($"pages/{number}"))];
        await UntilAsync(() => harness.Server.Count == 50);
        _release.SetResult();

        HttpResponseMessage[] responses = await Task.WhenAll(calls).WaitAsync(HttpHarness.Patience, HttpHarness.Token);

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(10_000, harness.Server.Count);
        Assert.InRange(_most, 1, 50);
    }

    [Fact]
    public async Task F34_calls_wait_for_their_turn_in_order()
    {
        using var harness = new HttpHarness(CountAsync, setup => setup.Options.MaxConcurrentRequests = 1);
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 30).Select(number => harness.GetAsync($"pages/{number}"))];
        _release.SetResult();

        await Task.WhenAll(calls).WaitAsync(HttpHarness.Patience, HttpHarness.Token);

        Assert.Equal(Enumerable.Range(0, 30).Select(number => $"/pages/{number}"), harness.Server.Requests.Select(r => r.Address!.AbsolutePath));
    }

    [Fact]
    public async Task F34_a_call_beyond_the_queue_is_throttled_at_once()
    {
        using var harness = new HttpHarness(CountAsync, setup => (setup.Options.MaxConcurrentRequests, setup.Options.MaxQueuedRequests) = (2, 3));
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 5).Select(_ => harness.GetAsync())];

        await Assert.ThrowsAsync<ThrottledException>(() => harness.GetAsync().WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        _release.SetResult();
        await Task.WhenAll(calls).WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        Assert.Equal(5, harness.Server.Count);
    }

    [Fact]
    public async Task F27_a_caller_who_cancels_gets_his_own_cancellation_and_the_request_stops()
    {
        using var harness = new HttpHarness(HangAsync);
        using var caller = new CancellationTokenSource();
        Task<HttpResponseMessage> call = harness.GetAsync(token: caller.Token);
        await _reached.Task.WaitAsync(HttpHarness.Patience, HttpHarness.Token);

        await caller.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.Equal((0, 1), (_inFlight, harness.Server.Count));
    }

    [Fact]
    public async Task F27_whatever_a_cancelled_request_ends_with_is_a_cancellation()
    {
        using var caller = new CancellationTokenSource();
        using var harness = new HttpHarness(async (_, _, _) =>
        {
            await caller.CancelAsync();
            throw new IOException("The socket was closed.");
        });

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.GetAsync(token: caller.Token));
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.Equal(1, harness.Server.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task F27_a_wait_is_left_when_the_caller_cancels(HttpStatusCode status)
    {
        using var harness = new HttpHarness(InOrder(() => Status(status, ("Retry-After", "30"))));
        using var caller = new CancellationTokenSource();
        Task<HttpResponseMessage> call = harness.GetAsync(token: caller.Token);
        await harness.Clock.NextWaitAsync();

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
        Assert.Equal(1, harness.Server.Count);
    }

    [Fact]
    public async Task F12_a_connection_that_is_not_made_in_time_is_a_timeout_and_no_cancellation()
    {
        using var harness = new HttpHarness((_, _, _) => throw new TaskCanceledException("connect", new TimeoutException()));

        await harness.FailAsync<IntegrationTimeoutException>(harness.GetAsync());

        Assert.Equal(4, harness.Server.Count);
    }

    internal static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(HttpHarness.Patience);
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<HttpResponseMessage> HangAsync(int number, HttpRequestMessage request, CancellationToken token)
    {
        Interlocked.Increment(ref _inFlight);
        _reached.TrySetResult();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Json();
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task<HttpResponseMessage> CountAsync(int number, HttpRequestMessage request, CancellationToken token)
    {
        int now = Interlocked.Increment(ref _inFlight);
        lock (_release)
        {
            _most = Math.Max(_most, now);
        }

        await _release.Task.WaitAsync(token);
        Interlocked.Decrement(ref _inFlight);
        return Json();
    }
}
