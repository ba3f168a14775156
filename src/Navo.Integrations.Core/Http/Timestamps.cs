namespace Navo.Integrations.Core.Http;

/// <summary>Durations in the unit of a clock's timestamps, so that waits and lives are measured on the monotonic clock.</summary>
internal static class Timestamps
{
    public static long TicksOf(this TimeProvider time, TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
