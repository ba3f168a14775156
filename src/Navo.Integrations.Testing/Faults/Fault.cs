using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>Something that goes wrong with an answer. Vendor-neutral: each simulator applies it to its own answers.</summary>
public abstract class Fault
{
    private protected Fault()
    {
    }

    /// <summary>Answers with a status, a body and headers instead of the real answer.</summary>
    /// <param name="status">The status, 100 to 599.</param>
    /// <param name="body">The body; empty by default.</param>
    /// <param name="contentType">The media type of the body.</param>
    /// <param name="headers">Further headers, for instance <c>Retry-After</c>.</param>
    public static Fault Status(
        int status, string body = "", string contentType = "application/json", IReadOnlyDictionary<string, string>? headers = null) =>
        new StatusFault(status, body, contentType, headers ?? new Dictionary<string, string>());

    /// <summary>Answers 429 with <c>Retry-After</c> in whole seconds, rounded up.</summary>
    /// <param name="retryAfter">How long the caller shall wait.</param>
    public static Fault Throttled(TimeSpan retryAfter) => Status(429, headers: new Dictionary<string, string>
    {
        ["Retry-After"] = Math.Ceiling(retryAfter.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
    });

    /// <summary>Answers rightly, but late: the time passes on the plan's clock.</summary>
    /// <param name="delay">How late.</param>
    public static Fault Delay(TimeSpan delay) => new DelayFault(delay);

    /// <summary>Breaks the connection off before any header is sent.</summary>
    public static Fault ConnectionReset() => new ResetFault();

    /// <summary>Announces the whole body, sends the first bytes and breaks the connection off.</summary>
    /// <param name="bytes">How many bytes of the body are sent.</param>
    public static Fault CutBody(int bytes) => new CutBodyFault(bytes);

    /// <summary>Announces the whole body, sends the first bytes and closes the server's side of the connection: the caller sees a clean end that comes too early.</summary>
    /// <param name="bytes">How many bytes of the body are sent; always at least one too few.</param>
    public static Fault HalfClose(int bytes) => new HalfCloseFault(bytes);

    /// <summary>Takes the request and never answers, until the caller leaves.</summary>
    public static Fault NoAnswer() => new DelayFault(Timeout.InfiniteTimeSpan);

    /// <summary>Sends the right body in small pieces.</summary>
    /// <param name="bytesPerPiece">The size of a piece, at least 1.</param>
    /// <param name="pause">The time between pieces on the plan's clock.</param>
    public static Fault SlowBody(int bytesPerPiece, TimeSpan pause) => new SlowBodyFault(Math.Max(1, bytesPerPiece), pause);

    /// <summary>Sends the first half of the right body, with a length that fits that half.</summary>
    public static Fault TruncatedJson() => new TruncatedBodyFault();

    /// <summary>Answers with an HTML page, as proxies do.</summary>
    /// <param name="status">The status.</param>
    public static Fault Html(int status = 200) =>
        Status(status, "<!DOCTYPE html><html><head><title>Unavailable</title></head><body><h1>Please try again later</h1></body></html>", "text/html; charset=utf-8");

    /// <summary>Answers 200 with the page on which people sign in.</summary>
    public static Fault LoginPage() =>
        Status(200, "<!DOCTYPE html><html><head><title>Log in</title></head><body><form id=\"login-form\"><input type=\"password\" name=\"os_password\"></form></body></html>", "text/html; charset=utf-8");

    /// <summary>Answers 200 with nothing.</summary>
    public static Fault EmptyBody() => Status(200);

    /// <summary>Answers with a compressed body that is small on the wire and huge when unpacked.</summary>
    /// <param name="mebibytes">The unpacked size in MiB, 1 to 1024.</param>
    public static Fault GzipBomb(int mebibytes = 256) => new GzipBombFault(Math.Clamp(mebibytes, 1, 1024));

    /// <summary>Sends a body that never ends, until the caller leaves.</summary>
    public static Fault EndlessBody() => new EndlessBodyFault();

    /// <summary>Redirects to another address.</summary>
    /// <param name="location">Where to.</param>
    /// <param name="status">The redirecting status.</param>
    public static Fault Redirect(Uri location, int status = 302)
    {
        ArgumentNullException.ThrowIfNull(location);
        return Status(status, headers: new Dictionary<string, string> { ["Location"] = location.OriginalString });
    }

    internal abstract Task ApplyAsync(HttpContext http, RequestDelegate next, TimeProvider clock);
}
