using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>A fake clock that tells which waits are begun, and whose wall time somebody may set while its monotonic time goes on.</summary>
internal sealed class HttpClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public TimeSpan WallClockOffset { get; set; }

    /// <summary>The waits (of a pause or a backoff, not the timeouts) in the order in which they were begun.</summary>
    public ChannelReader<TimeSpan> Waits => _waits.Reader;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + WallClockOffset;

    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (state is not CancellationTokenSource && dueTime > TimeSpan.Zero)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    public Task<TimeSpan> NextWaitAsync() => _waits.Reader.ReadAsync(HttpHarness.Token).AsTask().WaitAsync(HttpHarness.Patience, HttpHarness.Token);
}
