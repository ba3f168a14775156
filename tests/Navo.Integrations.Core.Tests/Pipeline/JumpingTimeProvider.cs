using Microsoft.Extensions.Time.Testing;

namespace Navo.Integrations.Core.Tests.Pipeline;

/// <summary>A clock whose wall time somebody sets, while its monotonic time goes on.</summary>
internal sealed class JumpingTimeProvider() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    public TimeSpan WallClockOffset { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + WallClockOffset;

    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
}
