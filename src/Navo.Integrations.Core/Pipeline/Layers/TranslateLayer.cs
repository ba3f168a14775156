using System.Runtime.ExceptionServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Pipeline.Layers;

/// <summary>Makes whatever went wrong one of the family. An answer that is not the promised JSON is asked for once more, where the operation makes nothing at the source.</summary>
internal sealed class TranslateLayer(PipelineParts parts, PipelineLayer next) : PipelineLayer(next)
{
    public override async ValueTask<T> InvokeAsync<T>(OperationCall<T> call)
    {
        for (bool isFirst = true; ; isFirst = false)
        {
            try
            {
                return await Next.InvokeAsync(call).ConfigureAwait(false);
            }
            catch (Exception failure) when (!IsCancellation(failure, call))
            {
                if (!isFirst || !call.Operation.IsRepeatable || !FailureTranslator.IsMalformedAnswer(failure))
                {
                    ExceptionDispatchInfo.Throw(Translate(failure, call));
                }
            }

            call.Token.ThrowIfCancellationRequested();
        }
    }

    private static bool IsCancellation<T>(Exception exception, OperationCall<T> call)
        where T : class => exception is OperationCanceledException && call.Token.IsCancellationRequested;

    private IntegrationException Translate<T>(Exception failure, OperationCall<T> call)
        where T : class
    {
        call.Token.ThrowIfCancellationRequested();
        IntegrationException translated = FailureTranslator.Translate(failure, call.Operation.Name);
        translated.Locate(parts.Name, call.Operation.Name, call.Request.ItemId);
        return translated;
    }
}
