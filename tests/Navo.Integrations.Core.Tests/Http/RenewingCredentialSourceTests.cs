using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Credentials that end: when they are renewed, by whom, and what a failed renewal leaves.</summary>
public sealed class RenewingCredentialSourceTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly RenewingCredentialSource _source;
    private Func<Task<IssuedCredential>> _ask;
    private int _asked;

    public RenewingCredentialSourceTests()
    {
        _ask = () => Task.FromResult(Issued(Hour));
        _source = new(
            () =>
            {
                _asked++;
                return _ask();
            },
            _time);
    }

    [Fact]
    public async Task F13_A_credential_is_renewed_ahead_of_its_end_and_not_before()
    {
        Assert.Equal("t1", await GetAsync());
        _time.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromTicks(1));
        Assert.Equal("t1", await GetAsync());
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("t2", await GetAsync());
    }

    [Theory]
    [InlineData(4, 2)]              // at most half of its life ahead
    [InlineData(60 * 24 * 90, 60 * 24 * 30 - 5)]
    public async Task A_short_life_is_used_for_half_of_it_and_a_long_one_for_thirty_days(int minutes, int dueAfter)
    {
        _ask = () => Task.FromResult(Issued(TimeSpan.FromMinutes(minutes)));
        await GetAsync();
        _time.Advance(TimeSpan.FromMinutes(dueAfter) - TimeSpan.FromTicks(1));
        Assert.Equal("t1", await GetAsync());
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("t2", await GetAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Without_a_life_it_lasts_until_it_is_refused(int? seconds)
    {
        _ask = () => Task.FromResult(Issued(seconds is { } life ? TimeSpan.FromSeconds(life) : null));
        await GetAsync();
        _time.Advance(TimeSpan.FromDays(4000));
        Assert.Equal("t1", await GetAsync());
        await _source.RefreshAsync(RequestCredential.Bearer("t1"), HttpHarness.Token);
        Assert.Equal("t2", await GetAsync());
    }

    [Fact]
    public async Task Its_life_counts_from_when_it_was_asked_for()
    {
        _ask = () =>
        {
            _time.Advance(TimeSpan.FromMinutes(10));
            return Task.FromResult(Issued(Hour));
        };
        await GetAsync();
        _time.Advance(TimeSpan.FromMinutes(45));
        Assert.Equal("t2", await GetAsync());
    }

    [Fact]
    public async Task F13_Many_who_ask_at_once_share_one_renewal_and_one_of_them_may_leave()
    {
        TaskCompletionSource<IssuedCredential> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _ask = () => answer.Task;
        using CancellationTokenSource left = new();
        Task<RequestCredential?> leaving = _source.GetAsync(left.Token).AsTask();
        Task<string>[] waiting = [.. Enumerable.Range(0, 5).Select(_ => GetAsync())];
        await DeadlineAndQueueTests.UntilAsync(() => _asked == 1);
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        answer.SetResult(Issued(Hour));
        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal("t1", token));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_refusal_of_a_credential_that_was_replaced_since_asks_for_nothing()
    {
        await GetAsync();
        await _source.RefreshAsync(RequestCredential.Bearer("another"), HttpHarness.Token);
        Assert.Equal(1, _asked);
        await _source.RefreshAsync(null, HttpHarness.Token);
        Assert.Equal(2, _asked);
    }

    public static TheoryData<IntegrationException> Passing => [new ThrottledException("x"), new UnavailableException("x"), new IntegrationTimeoutException("x")];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_renewal_that_fails_for_a_while_leaves_the_credential_that_is_still_good(IntegrationException failure)
    {
        await GetAsync();
        _time.Advance(TimeSpan.FromMinutes(56));
        _ask = () => throw failure;
        Assert.Equal("t1", await GetAsync());
        Assert.Equal("t1", await GetAsync());
        Assert.Equal(2, _asked); // it is postponed for half a minute

        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("t1", await GetAsync());
        Assert.Equal(3, _asked);
        _time.Advance(TimeSpan.FromMinutes(4));
        await Assert.ThrowsAsync(failure.GetType(), GetAsync);
    }

    [Fact]
    public async Task A_refusal_for_good_is_told_to_all_and_not_repeated_for_half_a_minute()
    {
        _ask = () => throw new AuthenticationException("no") { ErrorCode = "invalid_client" };
        AuthenticationException first = await Assert.ThrowsAsync<AuthenticationException>(GetAsync);
        AuthenticationException second = await Assert.ThrowsAsync<AuthenticationException>(GetAsync);
        Assert.NotSame(first, second); // each says in whose call it happened
        Assert.Equal(("no", "invalid_client"), (second.Message, second.ErrorCode));
        Assert.Equal(1, _asked);

        _time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<AuthenticationException>(GetAsync);
        Assert.Equal(1, _asked);
        _time.Advance(TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<AuthenticationException>(GetAsync);
        Assert.Equal(2, _asked);
        await Assert.ThrowsAsync<AuthenticationException>(() => _source.RefreshAsync(null, HttpHarness.Token).AsTask());
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task A_passing_failure_with_nothing_to_fall_back_to_is_asked_about_again_at_once()
    {
        _ask = () => throw new UnavailableException("down");
        await Assert.ThrowsAsync<UnavailableException>(GetAsync);
        await Assert.ThrowsAsync<UnavailableException>(GetAsync);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task T08_What_is_none_of_the_family_becomes_one_without_its_words()
    {
        _ask = () => throw new InvalidOperationException("the secret is s3cret");
        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(GetAsync);
        Assert.Equal("No access token could be had (InvalidOperationException).", failure.Message);
        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> GetAsync() => (await _source.GetAsync(HttpHarness.Token))!.Header.Parameter!;

    private IssuedCredential Issued(TimeSpan? life) => new(RequestCredential.Bearer($"t{_asked}"), life, TimeSpan.FromMinutes(5));
}
