using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeService;

/// <summary>How often one reader may ask. An answer costs money, so the bound is by reader and not by address.</summary>
internal static class ReaderLimits
{
    public const string Policy = "reader";

    public static void Configure(RateLimiterOptions options, IConfiguration configuration)
    {
        int perMinute = configuration.GetValue("KnowledgeService:RequestsPerMinute", 60);
        FixedWindowRateLimiterOptions window = new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) };
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(http.User.FindFirst(SignIn.ReaderClaim)?.Value ?? string.Empty, _ => window));
        options.OnRejected = (rejected, _) =>
        {
            TimeSpan wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? after : window.Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }
}
