namespace Navo.Integrations.Core.Pipeline.Layers;

/// <summary>One thing that the waist does for every call, around whatever comes after it.</summary>
internal abstract class PipelineLayer(PipelineLayer? next = null)
{
    /// <summary>The layer within; the innermost one has none and never asks.</summary>
    protected PipelineLayer Next => next!;

    public abstract ValueTask<T> InvokeAsync<T>(OperationCall<T> call)
        where T : class;
}
