namespace Navo.Integrations.Core.Caching;

/// <summary>A kept result with all that is needed to judge it. Immutable.</summary>
/// <param name="Key">The key under which it was stored.</param>
/// <param name="Value">The result.</param>
/// <param name="StoredAt">When the source was asked, by the clock of the machine that asked.</param>
/// <param name="AskedAt">The same on this process's monotonic clock, which nobody sets back or forward.</param>
/// <param name="Generation">The generation of the partition that it was made in; <see cref="Foreign"/> when another process may have made it.</param>
internal sealed record CacheEntry(string Key, object Value, DateTimeOffset StoredAt, long AskedAt, int Generation)
{
    public const int Foreign = -1;
}
