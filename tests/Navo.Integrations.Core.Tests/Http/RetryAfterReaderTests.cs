using System.Net;
using Navo.Integrations.Core.Http;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class RetryAfterReaderTests
{
    private const double Year = 365 * 86_400.0;

    [Theory]
    [InlineData("1", 1.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("2147483648", Year)]
    [InlineData("1e3", null)]
    [InlineData("NaN", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1,5", null)]
    [InlineData("Sun, 01 Mar 2026 12:00:30 GMT", 30.0)]
    [InlineData("Sunday, 01-Mar-26 12:00:30 GMT", 30.0)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", Year)]
    public void F02_F03_F04_the_standard_header(string value, double? seconds) => AssertReads("Retry-After", value, seconds);

    [Theory]
    [InlineData("retry-after-ms", "1", 0.001)]
    [InlineData("retry-after-ms", "12.5", 0.0125)]
    [InlineData("retry-after-ms", "-12", null)]
    [InlineData("retry-after-ms", "Infinity", Year)]
    [InlineData("retry-after-ms", "garbage", null)]
    [InlineData("x-ms-retry-after-ms", "99999999999999999999", Year)]
    [InlineData("RateLimit-Reset", "30", 30.0)]
    [InlineData("RateLimit-Reset", "-30", null)]
    [InlineData("X-RateLimit-Reset", "2026-03-01T12:00:30Z", 30.0)]
    [InlineData("X-RateLimit-Reset", "2026-03-01T12:01Z", 60.0)]
    [InlineData("X-RateLimit-Reset", "2026-03-01T13:00:30+01:00", 30.0)]
    [InlineData("X-RateLimit-Reset", "2026-03-01T12:00:30.500Z", 30.5)]
    [InlineData("X-RateLimit-Reset", "2026-03-01T11:00Z", null)]
    [InlineData("X-RateLimit-Reset", "1772366430", null)]
    public void F05_the_forms_of_the_vendors(string header, string value, double? seconds) => AssertReads(header, value, seconds);

    [Theory]
    [InlineData("6m0s", 360.0)]
    [InlineData("1h2m3.5s", 3723.5)]
    [InlineData("12ms", 0.012)]
    [InlineData("1s", 1.0)]
    [InlineData("0s", null)]
    [InlineData("-1s", null)]
    [InlineData("1x", null)]
    [InlineData("5", null)]
    [InlineData("s", null)]
    [InlineData("1..5s", null)]
    [InlineData("99999999999999999999h", Year)]
    public void F05_go_durations(string value, double? seconds) => AssertReads("x-ratelimit-reset-requests", value, seconds);

    [Fact]
    public void F05_milliseconds_go_before_seconds_and_the_later_reset_counts()
    {
        using HttpResponseMessage precise = Status(HttpStatusCode.TooManyRequests, ("Retry-After", "2"), ("retry-after-ms", "1300"));
        using HttpResponseMessage both = Status(HttpStatusCode.TooManyRequests, ("x-ratelimit-reset-requests", "2ms"), ("x-ratelimit-reset-tokens", "1m"));
        using HttpResponseMessage unusable = Status(HttpStatusCode.TooManyRequests, ("Retry-After", "2"), ("retry-after-ms", "soon"));

        Assert.Equal(TimeSpan.FromMilliseconds(1300), RetryAfterReader.Read(precise, new HttpClock()));
        Assert.Equal(TimeSpan.FromMinutes(1), RetryAfterReader.Read(both, new HttpClock()));
        Assert.Equal(TimeSpan.FromSeconds(2), RetryAfterReader.Read(unusable, new HttpClock()));
    }

    [Fact]
    public void F02_without_a_date_of_the_response_the_local_clock_is_all_there_is()
    {
        using HttpResponseMessage response = Status(HttpStatusCode.ServiceUnavailable, ("Retry-After", "Sun, 01 Mar 2026 12:00:30 GMT"));

        Assert.Equal(TimeSpan.FromSeconds(30), RetryAfterReader.Read(response, new HttpClock()));
    }

    private static void AssertReads(string header, string value, double? seconds)
    {
        using HttpResponseMessage response = Status(HttpStatusCode.TooManyRequests, ("Date", "Sun, 01 Mar 2026 12:00:00 GMT"), (header, value));

        TimeSpan? wait = RetryAfterReader.Read(response, new HttpClock { WallClockOffset = TimeSpan.FromHours(5) });

        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, wait);
    }
}
