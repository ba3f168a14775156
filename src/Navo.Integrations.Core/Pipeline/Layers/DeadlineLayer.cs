using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline.Layers;

/// <summary>Bounds the call with all its requests, waits and retries. No timer starts until something waits.</summary>
internal sealed class DeadlineLayer(PipelineParts parts, PipelineLayer next) : PipelineLayer(next)
{
    public override T? Recall<T>(IntegrationOperation operation, IntegrationCall<T> request, IntegrationOptions options, long startedAt)
        where T : class => Next.Recall(operation, request, options, startedAt);

    public override async ValueTask<T> InvokeAsync<T>(OperationCall<T> call)
    {
        call.Begin(call.Options.Timeout);
        try
        {
            return await Next.InvokeAsync(call).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            call.CallerToken.ThrowIfCancellationRequested();
            throw Expired(call);
        }
        finally
        {
            call.End();
        }
    }

    private IntegrationTimeoutException Expired<T>(OperationCall<T> call)
        where T : class
    {
        var exception = new IntegrationTimeoutException(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The call did not finish within {call.Options.Timeout.TotalSeconds:0.###} s."));
        exception.Locate(parts.Name, call.Operation.Name, call.Request.ItemId);
        return exception;
    }
}
