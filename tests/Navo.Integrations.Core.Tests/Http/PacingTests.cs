using System.Net;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Tests.Pipeline;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Requests that wait for their turn, and what they learn from answers for those who come after.</summary>
public sealed class PacingTests : IDisposable
{
    private readonly HttpClock _clock = new();
    private readonly ScriptedPacer _pacer = new();
    private readonly ScriptedHandler _server;
    private readonly HttpMessageInvoker _client;
    private readonly QuotaPause _pause;
    private readonly QuotaBoard _board;
    private Func<HttpResponseMessage> _answer = () => Json();

    public PacingTests()
    {
        _pause = new(_clock, static (_, _) => { });
        _board = new(_clock);
        _server = new(_clock, (_, _, _) => Task.FromResult(_answer()));
        _client = new(new PacingHandler(_pause, _board, new HttpSetup { Pacer = _pacer }.ToSettings(Samples.Confluence), _clock) { InnerHandler = _server });
    }

    [Fact]
    public async Task F05_A_turn_is_waited_for_and_the_answer_is_shown_to_the_pacer()
    {
        _pacer.Turn = TimeSpan.FromSeconds(7);
        Task<HttpResponseMessage> call = SendAsync();
        Assert.Equal(TimeSpan.FromSeconds(7), await _clock.NextWaitAsync());
        Assert.Equal(0, _server.Count);
        _clock.Advance(TimeSpan.FromSeconds(7));
        using HttpResponseMessage response = await call.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        Assert.Equal(["reserve", "observe 200"], _pacer.Calls);
    }

    [Fact]
    public async Task A_turn_that_is_at_once_is_no_wait()
    {
        using HttpResponseMessage response = await SendAsync();
        Assert.False(_clock.Waits.TryRead(out _));
        Assert.Equal(["reserve", "observe 200"], _pacer.Calls);
    }

    [Fact]
    public async Task F05_A_turn_that_passes_the_deadline_goes_back_and_is_told()
    {
        _pacer.Turn = TimeSpan.FromSeconds(31);
        ThrottledException failure = await Assert.ThrowsAsync<ThrottledException>(() => SendAsync(within: TimeSpan.FromSeconds(30)));
        Assert.Equal("The requests are paced to the source's quota: 31 more seconds, which passes the deadline.", failure.Message);
        Assert.Equal((TimeSpan.FromSeconds(31), _clock.GetUtcNow().AddSeconds(31)), (failure.RetryAfter, failure.RetryAt));
        Assert.Equal(["reserve", "release"], _pacer.Calls);
        Assert.Equal(0, _server.Count);
    }

    [Fact]
    public async Task A_turn_that_ends_with_the_deadline_is_waited_for()
    {
        _pacer.Turn = TimeSpan.FromSeconds(30);
        Task<HttpResponseMessage> call = SendAsync(within: TimeSpan.FromSeconds(30));
        _clock.Advance(await _clock.NextWaitAsync());
        using HttpResponseMessage response = await call.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        Assert.Equal(1, _server.Count);
    }

    [Fact]
    public async Task F27_The_turn_of_a_caller_who_leaves_goes_back()
    {
        _pacer.Turn = TimeSpan.FromSeconds(7);
        using CancellationTokenSource caller = new();
        Task<HttpResponseMessage> call = SendAsync(token: caller.Token);
        await _clock.NextWaitAsync();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
        Assert.Equal(["reserve", "release"], _pacer.Calls);
    }

    [Fact]
    public async Task F05_A_pause_that_came_up_while_a_turn_was_waited_for_is_kept_too()
    {
        _pacer.Turn = TimeSpan.FromSeconds(7);
        Task<HttpResponseMessage> call = SendAsync();
        await _clock.NextWaitAsync();
        _pause.Note("wiki.example.com", TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(3), await _clock.NextWaitAsync());
        Assert.Equal(0, _server.Count);
        _clock.Advance(TimeSpan.FromSeconds(3));
        using HttpResponseMessage response = await call.WaitAsync(HttpHarness.Patience, HttpHarness.Token);
        Assert.Equal(1, _server.Count);
    }

    [Fact]
    public async Task F04_A_pause_that_passes_the_deadline_is_told_before_a_turn_is_taken()
    {
        _pause.Note("wiki.example.com", TimeSpan.FromSeconds(31));
        ThrottledException failure = await Assert.ThrowsAsync<ThrottledException>(() => SendAsync(within: TimeSpan.FromSeconds(30)));
        Assert.Equal("The source asked to wait: 31 more seconds, which passes the deadline.", failure.Message);
        Assert.Empty(_pacer.Calls);
    }

    [Theory]
    [InlineData(429, 0.0, 9)]
    [InlineData(503, null, 9)]
    [InlineData(500, null, 0)]
    public async Task F05_A_limit_pauses_everybody_and_only_a_429_says_that_the_quota_is_used_up(int status, double? left, int paused)
    {
        _answer = () => Status((HttpStatusCode)status, ("Retry-After", "9"));
        using HttpResponseMessage response = await SendAsync();
        Assert.Equal(TimeSpan.FromSeconds(paused), _pause.Left(new("https://wiki.example.com/")));
        Assert.Equal(left, _board.Left().TryGetValue(Samples.Confluence, out double share) ? share : null);
    }

    [Fact]
    public async Task A_limit_that_does_not_say_how_long_pauses_nobody()
    {
        _answer = () => Status(HttpStatusCode.TooManyRequests);
        using HttpResponseMessage response = await SendAsync();
        Assert.Equal(TimeSpan.Zero, _pause.Left(new("https://wiki.example.com/")));
        Assert.Empty(_board.Left());
    }

    [Fact]
    public async Task What_is_left_is_read_from_every_answer()
    {
        _answer = () => Status(HttpStatusCode.OK, ("RateLimit-Remaining", "30"), ("RateLimit-Limit", "120"));
        using HttpResponseMessage response = await SendAsync();
        Assert.Equal(0.25, _board.Left()[Samples.Confluence]);
    }

    [Fact]
    public async Task A_request_to_nowhere_is_not_sent()
    {
        using HttpRequestMessage request = new();
        ProtocolException failure = await Assert.ThrowsAsync<ProtocolException>(() => _client.SendAsync(request, HttpHarness.Token));
        Assert.Equal("A request without an address can't be sent.", failure.Message);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(30, null, 30)]
    [InlineData(null, 20, 20)]
    [InlineData(30, 20, 20)]
    [InlineData(10, 20, 10)]
    public void The_nearer_of_two_deadlines_counts(int? request, int? call, int? left)
    {
        using HttpRequestMessage message = new();
        if (request is { } bound)
        {
            RequestDeadline.Set(message, _clock, TimeSpan.FromSeconds(bound));
        }

        OperationScope.Current = call is { } seconds ? new("get", null, _clock, _clock.GetTimestamp() + _clock.TicksOf(TimeSpan.FromSeconds(seconds))) : null;
        Assert.Equal(left is { } s ? TimeSpan.FromSeconds(s) : TimeSpan.MaxValue, RequestDeadline.Left(message, _clock));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(left is { } l ? TimeSpan.FromSeconds(l - 10) : TimeSpan.MaxValue, RequestDeadline.Left(message, _clock));
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(left is null ? TimeSpan.MaxValue : TimeSpan.Zero, RequestDeadline.Left(message, _clock));
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private Task<HttpResponseMessage> SendAsync(TimeSpan? within = null, CancellationToken? token = null)
    {
        HttpRequestMessage request = new(HttpMethod.Get, "https://wiki.example.com/pages/1");
        RequestDeadline.Set(request, _clock, within ?? TimeSpan.FromSeconds(100));
        return _client.SendAsync(request, token ?? HttpHarness.Token);
    }

    private sealed class ScriptedPacer : IRequestPacer
    {
        public TimeSpan Turn { get; set; }

        public List<string> Calls { get; } = [];

        public TimeSpan Reserve(HttpRequestMessage request)
        {
            Calls.Add("reserve");
            return Turn;
        }

        public void Release(HttpRequestMessage request) => Calls.Add("release");

        public void Observe(HttpRequestMessage request, HttpResponseMessage response) => Calls.Add($"observe {(int)response.StatusCode}");
    }
}
