using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>A clock that tells who waits on it, so that a test can wait for the wait instead of for the wall's clock.</summary>
internal sealed class ObservedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public bool IsWaitedFor(TimeSpan span) => _waits.Any(wait => (wait - span).Duration() < TimeSpan.FromSeconds(1));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Enqueue(dueTime);
        return timer;
    }
}
