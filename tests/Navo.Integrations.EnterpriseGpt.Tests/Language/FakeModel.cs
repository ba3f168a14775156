using System.Collections.Concurrent;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Tests.Language;

/// <summary>A model whose answers a test writes.</summary>
internal sealed class FakeModel(Func<ModelCall, GeneratedResponse> answer)
{
    private readonly ConcurrentQueue<ModelCall> _calls = new();

    public IReadOnlyList<ModelCall> Calls => [.. _calls];

    public AskModel Ask => async (call, token) =>
    {
        token.ThrowIfCancellationRequested();
        _calls.Enqueue(call);
        await Task.Yield();
        return answer(call);
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
}
