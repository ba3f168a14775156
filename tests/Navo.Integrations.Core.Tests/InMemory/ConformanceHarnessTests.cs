using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Conformance;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.Core.Tests.InMemory;

public sealed class ConformanceHarnessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_clock_moves_while_a_call_waits()
    {
        await using SlowHarness harness = new(TimeSpan.FromSeconds(20));

        IntegrationHealth health = await harness.FinishAsync(harness.Integration.CheckHealthAsync(Token)).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.Equal(TimeSpan.FromSeconds(20), health.ResponseTime);
    }

    [Fact]
    public async Task Many_calls_at_once_do_not_move_the_clock_faster_than_one()
    {
        await using SlowHarness harness = new(TimeSpan.Zero);
        TaskCompletionSource<int> pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        (long real, DateTimeOffset faked) = (TimeProvider.System.GetTimestamp(), harness.Clock.GetUtcNow());

        Task<int[]> all = Task.WhenAll(Enumerable.Range(0, 30).Select(_ => harness.FinishAsync(pending.Task)));
        await harness.FinishAsync(Task.Delay(TimeSpan.FromSeconds(20), harness.Clock, Token).ContinueWith(_ => 0, Token));
        double steps = (harness.Clock.GetUtcNow() - faked).TotalSeconds;
        double possible = (TimeProvider.System.GetElapsedTime(real).TotalMilliseconds / 9) + 1;
        pending.SetResult(0);
        await all.WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.InRange(steps, 20, possible);
    }

    private sealed class SlowHarness : ConformanceHarness
    {
        private readonly FakeTimeProvider _time = new();
        private readonly InMemoryIntegration _integration;

        public SlowHarness(TimeSpan latency)
        {
            _integration = new("memory", _time);
            _integration.Delay(latency);
        }

        public override IIntegration Integration => _integration;

        public override FakeTimeProvider Clock => _time;

        public override ConformanceWorld World => throw new InvalidOperationException("Not needed here.");
    }
}
