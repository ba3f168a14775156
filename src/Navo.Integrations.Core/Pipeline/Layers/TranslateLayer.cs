using System.Runtime.ExceptionServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Pipeline.Layers;

/// <summary>Makes whatever went wrong one of the family. An answer that is not the promised JSON is asked for once more: operations are safe reads.</summary>
internal sealed class TranslateLayer(PipelineParts parts, PipelineLayer next) : PipelineLayer(next)
{
    public override async ValueTask<T> InvokeAsync<T>(OperationCall<T> call)
    {
        try
        {
            return await Next.InvokeAsync(call).ConfigureAwait(false);
        }
        catch (Exception first) when (!IsCancellation(first, call))
        {
            if (!FailureTranslator.IsMalformedAnswer(first))
            {
                Throw(first, call);
            }
        }

        call.Token.ThrowIfCancellationRequested();
        try
        {
            return await Next.InvokeAsync(call).ConfigureAwait(false);
        }
        catch (Exception second) when (!IsCancellation(second, call))
        {
            Throw(second, call);
            throw; // not reached
        }
    }

    private static bool IsCancellation<T>(Exception exception, OperationCall<T> call)
        where T : class => exception is OperationCanceledException && call.Token.IsCancellationRequested;

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void Throw<T>(Exception exception, OperationCall<T> call)
        where T : class
    {
        call.Token.ThrowIfCancellationRequested();
        IntegrationException translated = FailureTranslator.Translate(exception, call.Operation.Name);
        translated.Locate(parts.Name, call.Operation.Name, call.Request.ItemId);
        ExceptionDispatchInfo.Throw(translated);
    }
}
