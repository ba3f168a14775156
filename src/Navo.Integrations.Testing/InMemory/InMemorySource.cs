using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Testing.InMemory;

/// <summary>How an <see cref="InMemoryIntegration"/> behaves as a source: up or down, quick or slow, and what it was asked.</summary>
internal sealed class InMemorySource(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<InMemoryCall> _calls = [];
    private IntegrationException? _failure;
    private TimeSpan _latency;

    public IReadOnlyList<InMemoryCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public void FailWith(IntegrationException? failure)
    {
        lock (_gate)
        {
            _failure = failure;
        }
    }

    public void Delay(TimeSpan latency)
    {
        lock (_gate)
        {
            _latency = latency;
        }
    }

    /// <summary>Takes a call: records it, lets it wait, and fails it if the source is down.</summary>
    public async Task AnswerAsync(InMemoryCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (TimeSpan latency, IntegrationException? failure) = Record(call);
        if (latency != TimeSpan.Zero)
        {
            await Task.Delay(latency, time, cancellationToken).ConfigureAwait(false);
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    private (TimeSpan Latency, IntegrationException? Failure) Record(InMemoryCall call)
    {
        lock (_gate)
        {
            _calls.Add(call);
            return (_latency, _failure);
        }
    }
}
