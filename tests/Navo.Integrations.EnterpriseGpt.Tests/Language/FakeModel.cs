using System.Collections.Concurrent;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Tests.Language;

/// <summary>A model whose answers a test writes.</summary>
internal sealed class FakeModel(Func<ModelCall, GeneratedResponse> answer)
{
    private readonly ConcurrentQueue<ModelCall> _calls = new();
    private int _inFlight;
    private int _most;

    public IReadOnlyList<ModelCall> Calls => [.. _calls];

    public int MostInFlight => _most;

    public AskModel Ask => async (call, token) =>
    {
        token.ThrowIfCancellationRequested();
        int now = Interlocked.Increment(ref _inFlight);
        InterlockedMax(now);
        _calls.Enqueue(call);
        await Task.Yield();
        try
        {
            return answer(call);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    };

    public static GeneratedResponse Says(string text, GenerationOutcome outcome = GenerationOutcome.Completed) => new()
    {
        Text = text,
        Outcome = outcome,
        RequestedModel = "model-a",
        Model = "model-a-1",
        Usage = new(10, 2, 0, 5, 1),
        Cost = 0.01m,
    };

    private void InterlockedMax(int value)
    {
        for (int seen = _most; value > seen && Interlocked.CompareExchange(ref _most, value, seen) != seen; seen = _most)
        {
        }
    }
}
