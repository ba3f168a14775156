using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Xunit;

namespace Navo.Integrations.Testing.Conformance;

/// <summary>An integration under test, what is known about its source, and what can be done to that source. Made anew for every fact.</summary>
/// <remarks>Only the first two members are needed; a fact that needs another capability is skipped and says so.</remarks>
public abstract class ConformanceHarness : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private int _isDriven;

    /// <summary>The integration, with a cold cache.</summary>
    public abstract IIntegration Integration { get; }

    /// <summary>What is known about the source.</summary>
    public abstract ConformanceWorld World { get; }

    /// <summary>The clock of the integration, which the suite drives while it waits; null where it runs on the system's.</summary>
    public virtual FakeTimeProvider? Clock => null;

    /// <summary>Whether a call ends by itself when the source does not answer, within a minute on the integration's clock or the configured deadline.</summary>
    public virtual bool HasDeadline => true;

    /// <summary>Whether answers are kept, and concurrent equal calls share one.</summary>
    public virtual bool HasCache => false;

    /// <summary>The requests that the source has received so far; null if they are not counted.</summary>
    public virtual int? RequestCount => null;

    /// <summary>Texts that must never leave the integration except to the source: tokens, passwords, and encoded forms of them.</summary>
    public virtual IReadOnlyList<string> Secrets => [];

    /// <summary>All that the integration wrote so far: logs with their scopes and states, traces, tags of metrics, audit records, cache keys.</summary>
    public virtual string CapturedOutput => string.Empty;

    /// <summary>Makes the source do something to every request from now on.</summary>
    /// <param name="fault">What.</param>
    /// <returns>Whether the source can be made to do that.</returns>
    public virtual bool TryInject(ConformanceFault fault) => false;

    /// <summary>Waits for a call, driving the clock in steps of a second if there is one; many calls at once drive it no faster.</summary>
    /// <typeparam name="T">Its result.</typeparam>
    /// <param name="call">The call.</param>
    /// <returns>Its result.</returns>
    public async Task<T> FinishAsync<T>(Task<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        long start = TimeProvider.System.GetTimestamp();
        while (!call.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "The call did not end.");
            bool drives = Interlocked.Exchange(ref _isDriven, 1) == 0;
            await Task.WhenAny(call, Task.Delay(Pause, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
            if (drives)
            {
                Clock?.Advance(call.IsCompleted ? TimeSpan.Zero : TimeSpan.FromSeconds(1));
                Volatile.Write(ref _isDriven, 0);
            }
        }

        return await call.ConfigureAwait(false);
    }

    /// <summary>Takes down what was set up.</summary>
    /// <returns>A task that ends when it is down.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
