using System.Net;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>What sources say of their limits: how much is left, until when, and how long to wait.</summary>
public sealed class QuotaWordsTests
{
    private static readonly Uri Wiki = new("https://wiki.example.test/x");

    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly List<(string Authority, TimeSpan Wait)> _told = [];

    private QuotaPause Pause => field ??= new(_time, (authority, wait) => _told.Add((authority, wait)));

    private QuotaBoard Board => field ??= new(_time);

    [Fact]
    public void The_longest_wait_counts_and_ends_to_the_tick()
    {
        Assert.Equal(TimeSpan.Zero, Pause.Left(Wiki));
        Pause.Extend(Wiki, TimeSpan.FromSeconds(9));
        Pause.Extend(Wiki, TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(9), Pause.Left(new("https://WIKI.example.test/y")));
        Assert.Equal(TimeSpan.Zero, Pause.Left(new("https://other.example.test/")));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.Zero, Pause.Left(Wiki));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.Zero, Pause.Left(Wiki));
        Assert.Equal([("wiki.example.test", TimeSpan.FromSeconds(9)), ("wiki.example.test", TimeSpan.FromSeconds(3))], _told);
    }

    [Theory]
    [InlineData("RateLimit-Reset", 600, 600)]
    [InlineData("RateLimit-Reset", 5, 60)]              // what is left is shown for a minute at least
    [InlineData("RateLimit-Reset", 86_400, 86_400)]
    [InlineData("RateLimit-Reset", 86_401, 60)]         // no second but a date, perhaps
    [InlineData("X-Other", 600, 60)]
    public void What_is_left_is_shown_until_it_is_renewed(string header, int seconds, int shownFor)
    {
        Observe(("RateLimit-Remaining", "30"), ("RateLimit-Limit", "120"), (header, $"{seconds}"));
        _time.Advance(TimeSpan.FromSeconds(shownFor) - TimeSpan.FromTicks(1));
        Assert.Equal(0.25, Board.Left()[Samples.Confluence]);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Empty(Board.Left());
    }

    [Fact]
    public void Headers_with_a_prefix_count_as_well_and_a_limit_of_nothing_does_not()
    {
        Observe(("X-RateLimit-Remaining", "200"), ("X-RateLimit-Limit", "100"));
        Assert.Equal(1, Board.Left()[Samples.Confluence]);
        QuotaBoard none = new(_time);
        none.Observe(Samples.Confluence, Response(("RateLimit-Remaining", "1"), ("RateLimit-Limit", "0")));
        Assert.Empty(none.Left());
    }

    [Fact]
    public void A_quota_that_is_used_up_stays_so_until_it_is_renewed_whatever_a_late_answer_says()
    {
        Board.UsedUp(Samples.Confluence, TimeSpan.FromSeconds(30));
        Observe(("RateLimit-Remaining", "50"), ("RateLimit-Limit", "100"));
        Assert.Equal(0, Board.Left()[Samples.Confluence]);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(Board.Left());
        Observe(("RateLimit-Remaining", "50"), ("RateLimit-Limit", "100"));
        Assert.Equal(0.5, Board.Left()[Samples.Confluence]);

        Board.UsedUp(Samples.Confluence, TimeSpan.FromDays(9));
        Board.UsedUp(Samples.Confluence, TimeSpan.FromSeconds(9));
        Assert.Equal(0, Board.Left()[Samples.Confluence]);
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(Board.Left());
        Board.UsedUp(Samples.Confluence, TimeSpan.FromDays(9));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(Board.Left());
    }

    [Theory]
    [InlineData("retry-after-ms", "1500", 1500L)]
    [InlineData("x-ms-retry-after-ms", "250", 250L)]
    [InlineData("Retry-After", "1.5", 1500L)]
    [InlineData("Retry-After", "0", null)]
    [InlineData("X-RateLimit-Reset", "2026-03-01T12:00:10Z", 10_000L)]
    [InlineData("X-RateLimit-Reset", "2026-03-01T12:01Z", 60_000L)]
    [InlineData("X-RateLimit-Reset", "2026-03-01T12:00:00.5Z", 500L)]
    [InlineData("RateLimit-Reset", "7", 7000L)]
    [InlineData("x-ratelimit-reset-requests", "1m", 60_000L)]
    [InlineData("x-ratelimit-reset-tokens", "2s", 2000L)]
    [InlineData("Retry-After", "99999999999", 31_536_000_000L)]
    public void A_wait_is_read_in_each_of_the_forms_that_sources_use(string header, string value, long? milliseconds)
    {
        using HttpResponseMessage response = Response((header, value));
        response.StatusCode = HttpStatusCode.TooManyRequests;
        Assert.Equal(milliseconds, (long?)RetryAfterReader.Read(response, _time)?.TotalMilliseconds);
    }

    [Fact]
    public void The_longer_of_two_resets_counts_and_milliseconds_go_before_seconds()
    {
        using HttpResponseMessage both = Response(("x-ratelimit-reset-requests", "3s"), ("x-ratelimit-reset-tokens", "5s"));
        using HttpResponseMessage exact = Response(("retry-after-ms", "20"), ("x-ms-retry-after-ms", "30"), ("Retry-After", "9"));
        both.StatusCode = HttpStatusCode.TooManyRequests;
        Assert.Equal(TimeSpan.FromSeconds(5), RetryAfterReader.Read(both, _time));
        Assert.Equal(TimeSpan.FromMilliseconds(20), RetryAfterReader.Read(exact, _time));
    }

    [Theory]
    [InlineData("8760h", 31_536_000_000L)]
    [InlineData("8761h", 31_536_000_000L)]
    [InlineData("1h1m1s1ms", 3_661_001L)]
    [InlineData("1000000us", 1000L)]
    [InlineData("1000000000ns", 1000L)]
    [InlineData("5", null)]
    [InlineData("s", null)]
    [InlineData("5x", null)]
    [InlineData("1.5s", 1500L)]
    [InlineData("1s5", null)]
    [InlineData("5µs", 0L)]
    [InlineData("1.2.3s", null)]
    [InlineData(".s", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Durations_of_headers_are_a_year_at_most(string? text, long? milliseconds) => Assert.Equal(milliseconds, (long?)GoDuration.Parse(text)?.TotalMilliseconds);

    [Fact]
    public void A_duration_may_be_forty_characters_long()
    {
        string longest = string.Concat(Enumerable.Repeat("1s", 20));
        Assert.Equal(TimeSpan.FromSeconds(20), GoDuration.Parse(longest));
        Assert.Null(GoDuration.Parse("0" + longest));
    }

    private void Observe(params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = Response(headers);
        Board.Observe(Samples.Confluence, response);
    }

    private static HttpResponseMessage Response(params (string Name, string Value)[] headers)
    {
        HttpResponseMessage response = new();
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
