using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline.Layers;

/// <summary>The innermost: the work itself, in a scope from which the HTTP handlers learn the deadline.</summary>
internal sealed class WorkLayer(PipelineParts parts) : PipelineLayer
{
    public override async ValueTask<T> InvokeAsync<T>(OperationCall<T> call)
    {
        // An async method has its own copy of the ambient scope: nothing to put back.
        OperationScope? outer = OperationScope.Current;
        long deadline = Math.Min(call.Deadline, outer?.Deadline ?? long.MaxValue);
        OperationScope.Current = call.Scope = new OperationScope(call.Operation.Name, call.Request.ItemId, parts.Time, deadline) { Integration = parts.Name, Outer = outer };
        T? result = await call.Request.WorkAsync(call.Kept, call.Token).ConfigureAwait(false);
        call.Origin = (result as IServedResult)?.Origin.Kind ?? ResultOriginKind.Source; // a call within may have found it in the cache
        return result ?? throw new ProtocolException("The source's answer was empty.");
    }
}
