using System.Globalization;
using System.Net.Http.Headers;

namespace Navo.Integrations.Core.Http;

/// <summary>How long an answer asks to wait, in all the forms that the vendors use. Dates are measured from the answer's own <c>Date</c>, never from the local clock.</summary>
/// <remarks>RFC 9110 section 10.2.3; <see href="https://developer.atlassian.com/cloud/confluence/rate-limiting/"/>.</remarks>
internal static class RetryAfterReader
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private static readonly string[] IsoForms = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>The wait; null where none is asked for that makes sense.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time)
    {
        HttpResponseHeaders headers = response.Headers;
        return Sane(Milliseconds(headers))
            ?? Sane(Standard(response, time))
            ?? (response.StatusCode == System.Net.HttpStatusCode.TooManyRequests ? Sane(Reset(response, time)) : null);
    }

    private static TimeSpan? Sane(TimeSpan? wait) => wait > TimeSpan.Zero ? TimeSpan.FromTicks(Math.Min(wait.Value.Ticks, Longest.Ticks)) : null;

    private static TimeSpan? Milliseconds(HttpResponseHeaders headers) =>
        double.TryParse(First(headers, "retry-after-ms") ?? First(headers, "x-ms-retry-after-ms"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double ms)
            ? FromSeconds(ms / 1000)
            : null;

    private static TimeSpan? Standard(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - Now(response, time),
        _ => double.TryParse(First(response.Headers, "Retry-After"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) ? FromSeconds(seconds) : null,
    };

    private static TimeSpan? Reset(HttpResponseMessage response, TimeProvider time)
    {
        if (First(response.Headers, "X-RateLimit-Reset") is { } iso
            && DateTimeOffset.TryParseExact(iso, IsoForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at))
        {
            return at - Now(response, time);
        }

        if (double.TryParse(First(response.Headers, "RateLimit-Reset"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
        {
            return FromSeconds(seconds);
        }

        TimeSpan? requests = GoDuration.Parse(First(response.Headers, "x-ratelimit-reset-requests"));
        TimeSpan? tokens = GoDuration.Parse(First(response.Headers, "x-ratelimit-reset-tokens"));
        return requests > tokens || tokens is null ? requests : tokens;
    }

    private static TimeSpan? FromSeconds(double seconds) => seconds >= 0 && seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : seconds > 0 ? Longest : null;

    private static DateTimeOffset Now(HttpResponseMessage response, TimeProvider time) => response.Headers.Date ?? time.GetUtcNow();

    private static string? First(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}
