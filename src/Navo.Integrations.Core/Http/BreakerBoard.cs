using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>The breakers of this process that are open, for health and alerts.</summary>
internal sealed class BreakerBoard(TimeProvider time)
{
    /// <summary>A breaker closes with the next call. Where none comes for so long after the break, nothing is known any more, for example of a host to which a link once led.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(IntegrationName Integration, object Breaker), long> _until = new();

    public void Opened(IntegrationName integration, object breaker, TimeSpan breakDuration) =>
        _until[(integration, breaker)] = time.GetTimestamp() + time.TicksOf(breakDuration + Remembered);

    public void Closed(IntegrationName integration, object breaker) => _until.TryRemove((integration, breaker), out _);

    /// <summary>How many are open, by integration; an integration without any is absent.</summary>
    public IReadOnlyDictionary<IntegrationName, int> Open()
    {
        long now = time.GetTimestamp();
        foreach (KeyValuePair<(IntegrationName, object), long> old in _until.Where(entry => entry.Value <= now))
        {
            _until.TryRemove(old);
        }

        return _until.Keys.CountBy(static key => key.Integration).ToDictionary();
    }
}
