using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Http;

/// <summary>What is left for a request: of the call in whose course it is sent, and of its own bound. A wait that is longer is not begun.</summary>
internal static class RequestDeadline
{
    private static readonly HttpRequestOptionsKey<long> Key = new("Navo.Integrations.Deadline");

    public static void Set(HttpRequestMessage request, TimeProvider time, TimeSpan bound) =>
        request.Options.Set(Key, time.GetTimestamp() + time.TicksOf(bound));

    public static TimeSpan Left(HttpRequestMessage request, TimeProvider time)
    {
        TimeSpan ofCall = OperationScope.Current?.Remaining ?? TimeSpan.MaxValue;
        if (!request.Options.TryGetValue(Key, out long deadline))
        {
            return ofCall;
        }

        long ticks = deadline - time.GetTimestamp();
        TimeSpan ofRequest = ticks <= 0 ? TimeSpan.Zero : time.GetElapsedTime(0, ticks);
        return ofCall < ofRequest ? ofCall : ofRequest;
    }
}
