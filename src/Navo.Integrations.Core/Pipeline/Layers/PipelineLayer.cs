namespace Navo.Integrations.Core.Pipeline.Layers;

/// <summary>One thing that the waist does for every call, around whatever comes after it.</summary>
internal abstract class PipelineLayer(PipelineLayer? next = null)
{
    /// <summary>The layer within; the innermost one has none and never asks.</summary>
    protected PipelineLayer Next => next!;

    /// <summary>The answer that is there already, so that no call has to be on its way for it; null where it is not, or where something has to be done around the call: nothing is noted then.</summary>
    public virtual T? Recall<T>(IntegrationOperation operation, IntegrationCall<T> request, IntegrationOptions options, long startedAt)
        where T : class => null;

    public abstract ValueTask<T> InvokeAsync<T>(OperationCall<T> call)
        where T : class;
}
