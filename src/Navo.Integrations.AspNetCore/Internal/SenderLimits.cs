using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.AspNetCore.Internal;

/// <summary>How many requests a minute are taken: from an address, and from all together, because addresses are cheap.</summary>
internal static class SenderLimits
{
    private const int AllTogether = 10;
    private const int Segments = 6;

    public static PartitionedRateLimiter<HttpContext> Create(int requestsPerMinute) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress ?? IPAddress.None, _ => Window(requestsPerMinute))),
        PartitionedRateLimiter.Create<HttpContext, bool>(_ => RateLimitPartition.GetSlidingWindowLimiter(true, _ => Window(requestsPerMinute * AllTogether))));

    private static SlidingWindowRateLimiterOptions Window(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = Segments, QueueLimit = 0 };
}
