using System.Collections.Concurrent;

namespace Navo.Integrations.Core.Http;

/// <summary>One pause for all callers of the same host: when one is told to wait, none goes before.</summary>
internal sealed class QuotaPause(TimeProvider time, Action<string, TimeSpan> tell)
{
    private readonly ConcurrentDictionary<string, long> _until = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The source told this process to wait; the others are to know.</summary>
    public void Extend(Uri address, TimeSpan wait)
    {
        Note(address.Authority, wait);
        tell(address.Authority, wait);
    }

    /// <summary>Notes a wait. Measured on the monotonic clock, so that a clock that is set does not matter.</summary>
    public void Note(string authority, TimeSpan wait)
    {
        long until = time.GetTimestamp() + time.TicksOf(wait);
        _until.AddOrUpdate(authority, until, (_, known) => Math.Max(known, until));
    }

    /// <summary>What is left of the pause; zero when there is none.</summary>
    public TimeSpan Left(Uri address)
    {
        if (!_until.TryGetValue(address.Authority, out long until))
        {
            return TimeSpan.Zero;
        }

        long left = until - time.GetTimestamp();
        return left > 0 ? TimeSpan.FromSeconds((double)left / time.TimestampFrequency) : TimeSpan.Zero;
    }
}
