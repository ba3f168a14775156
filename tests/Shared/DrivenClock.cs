using Microsoft.Extensions.Time.Testing;

namespace Navo.Integrations.Tests;

/// <summary>Work on a fake clock that goes on by itself, a step each few milliseconds, so that waits end while what is under way at the sockets keeps up.</summary>
internal static class DrivenClock
{
    /// <summary>Waits for work.</summary>
    /// <param name="clock">The clock; null where the work goes by the real one.</param>
    /// <param name="work">The work.</param>
    /// <param name="step">How far the clock goes each time.</param>
    /// <param name="pause">The real time between two steps, in milliseconds.</param>
    /// <param name="patience">How long to wait in real time; half a minute if null.</param>
    public static async Task FinishAsync(FakeTimeProvider? clock, Task work, TimeSpan step, int pause = 5, TimeSpan? patience = null)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!work.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < (patience ?? TimeSpan.FromSeconds(30)), "The call did not end.");
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(pause), TimeProvider.System, CancellationToken.None));
            clock?.Advance(work.IsCompleted ? TimeSpan.Zero : step);
        }
    }
}
