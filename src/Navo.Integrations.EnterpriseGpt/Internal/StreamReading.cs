using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Reads a streamed answer to its end, and gives up when it falls silent.</summary>
internal static class StreamReading
{
    public static async Task<ModelAnswer> ReadAsync(Func<ModelRequest, CancellationToken, IAsyncEnumerable<ModelDelta>> stream, ModelRequest request, AttemptMeter progress, CancellationToken cancellationToken)
    {
        using CancellationTokenSource silence = new(progress.Options.StreamIdleTimeout, progress.Time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            await foreach (ModelDelta delta in stream(request, both.Token).WithCancellation(both.Token).ConfigureAwait(false))
            {
                silence.CancelAfter(progress.Options.StreamIdleTimeout);
                if (delta.End is { } end)
                {
                    return end;
                }

                progress.Take(delta.Text);
            }
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new IntegrationTimeoutException($"The streamed answer fell silent for {progress.Options.StreamIdleTimeout.TotalSeconds:0} s.")
            {
                Remedy = "Ask again, or raise the option StreamIdleTimeout for models that think long before they speak.",
            };
        }

        throw StreamErrors.EndedEarly();
    }
}
