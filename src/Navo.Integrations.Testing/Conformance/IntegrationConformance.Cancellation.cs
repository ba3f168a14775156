using Xunit;

namespace Navo.Integrations.Testing.Conformance;

public abstract partial class IntegrationConformance
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>A call whose token is cancelled already does not begin.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_call_that_is_cancelled_before_it_begins_ends_as_cancelled()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        foreach ((string name, var call) in Operations)
        {
            Exception? failure = await Record.ExceptionAsync(() => call(harness.Integration, harness.World, new(canceled: true)).WaitAsync(Soon, TimeProvider.System));

            Assert.True(failure is OperationCanceledException, $"{name} ended with {failure?.GetType().Name ?? "a result"}.");
        }
    }

    /// <summary>A call that waits for the source ends as soon as its caller cancels, and never as a failure of the source.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_ends_at_once()
    {
        await using ConformanceHarness harness = await CreateHarnessAsync();
        Inject(harness, ConformanceFault.Hang);
        foreach ((string name, var call) in Operations)
        {
            using CancellationTokenSource caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
            Task pending = call(harness.Integration, harness.World, caller.Token);
            Assert.False(pending.IsCompleted, $"{name} did not wait for the source.");
            await caller.CancelAsync();
            Exception? failure = await Record.ExceptionAsync(() => pending.WaitAsync(Soon, TimeProvider.System));

            Assert.True(failure is OperationCanceledException, $"{name} ended with {failure?.GetType().Name ?? "a result"}.");
        }
    }
}
