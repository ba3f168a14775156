namespace Navo.Integrations.Core.Tests.Pipeline;

/// <summary>The context of a caller that has one thread, as a desktop program has: it counts what wants to come back to it.</summary>
internal sealed class CallersContext : SynchronizationContext
{
    private int _returns;

    /// <summary>How many continuations of a call that was begun in the context came back to it; a caller that blocks its thread would wait for them for ever.</summary>
    public static async Task<int> ReturnsOfAsync(Func<Task> begin, Action goOn)
    {
        CallersContext context = new();
        SynchronizationContext? before = Current;
        Task call;
        SetSynchronizationContext(context);
        try
        {
            call = begin();
        }
        finally
        {
            SetSynchronizationContext(before);
        }

        Assert.False(call.IsCompleted, "Nothing waited, so that nothing could come back.");
        goOn();
        await call.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        return Volatile.Read(ref context._returns);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Interlocked.Increment(ref _returns);
        base.Post(d, state);
    }
}
