using System.Globalization;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Testing.Confluence;

/// <summary>Refusals with the rate-limit headers that each edition sends.</summary>
public static class ConfluenceFaults
{
    private const string CloudLimit = "100";

    /// <summary>Cloud's 429 after a burst.</summary>
    /// <param name="retryAfter">How long to wait; sent in whole seconds, rounded up.</param>
    /// <param name="now">The moment from which the reset time is told.</param>
    /// <param name="reason">The limit that was hit, for instance <c>confluence-quota-global-based</c>.</param>
    public static Fault CloudThrottled(TimeSpan retryAfter, DateTimeOffset now, string reason = "confluence-burst-based") =>
        Fault.Status(429, "{\"code\":429,\"message\":\"Rate limit exceeded\"}", headers: new Dictionary<string, string>
        {
            ["Retry-After"] = Seconds(retryAfter),
            ["X-RateLimit-Limit"] = CloudLimit,
            ["X-RateLimit-Remaining"] = "0",
            ["X-RateLimit-Reset"] = (now + retryAfter).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["X-RateLimit-NearLimit"] = "true",
            ["RateLimit-Reason"] = reason,
        });

    /// <summary>Data Center's 429 when the user's token bucket is empty.</summary>
    /// <param name="retryAfter">How long to wait; sent in whole seconds, rounded up.</param>
    public static Fault DataCenterThrottled(TimeSpan retryAfter) =>
        Fault.Status(429, "{\"message\":\"Rate limit exceeded.\"}", headers: new Dictionary<string, string>
        {
            ["retry-after"] = Seconds(retryAfter),
            ["X-RateLimit-Limit"] = "20",
            ["X-RateLimit-Remaining"] = "0",
            ["X-RateLimit-Interval-Seconds"] = "60",
            ["X-RateLimit-FillRate"] = "10",
        });

    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
