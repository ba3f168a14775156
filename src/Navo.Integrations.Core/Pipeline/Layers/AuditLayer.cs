using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Pipeline.Layers;

/// <summary>Who asked for what, and what came of it: written before the answer leaves, for answers out of the cache too.</summary>
internal sealed class AuditLayer(PipelineParts parts, PipelineLayer next) : PipelineLayer(next)
{
    private readonly AuditTrail _trail = parts.Audit;

    public override T? Recall<T>(IntegrationOperation operation, IntegrationCall<T> request, IntegrationOptions options, long startedAt)
        where T : class => IsWritten(operation) ? null : Next.Recall(operation, request, options, startedAt);

    public override ValueTask<T> InvokeAsync<T>(OperationCall<T> call) =>
        IsWritten(call.Operation) ? InvokeAuditedAsync(call) : Next.InvokeAsync(call);

    private bool IsWritten(IntegrationOperation operation) => operation.IsAudited && _trail.IsEnabled;

    private async ValueTask<T> InvokeAuditedAsync<T>(OperationCall<T> call)
        where T : class
    {
        T result;
        try
        {
            result = await Next.InvokeAsync(call).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            AuditRecord failed = _trail.NewRecord(call, OutcomeOf(exception, call)) with
            {
                ErrorType = ErrorTypes.Of(exception),
                Decision = call.Scope?.Decision?.Outcome,
                Reason = call.Scope?.Decision?.Reason,
            };
            await _trail.WriteAfterFailureAsync(failed).ConfigureAwait(false);
            throw;
        }

        await _trail.WriteBeforeAnswerAsync(RecordOf(call, result), call.CallerToken).ConfigureAwait(false);
        return result;
    }

    private AuditRecord RecordOf<T>(OperationCall<T> call, T result)
        where T : class
    {
        PermissionDecision? decision = result as PermissionDecision ?? call.Scope?.Decision;
        bool isRefused = decision is { IsAllowed: false } && !call.Request.Reader.IsService;
        return _trail.NewRecord(call, isRefused ? AuditOutcome.Denied : AuditOutcome.Success) with
        {
            FromCache = call.Origin != ResultOriginKind.Source,
            IsStale = call.Origin == ResultOriginKind.StaleCache,
            Decision = decision?.Outcome,
            Reason = decision?.Reason,
            DisclosedItems = DisclosedBy(call, result),
        };
    }

    private static IReadOnlyList<string> DisclosedBy<T>(OperationCall<T> call, T result)
        where T : class => result switch
        {
            SearchPage page => [.. page.Hits.Select(static hit => hit.Id.Value)],
            KnowledgeContent content => [content.Metadata.Id.Value],
            ContentMetadata metadata => [metadata.Id.Value],
            _ => call.Request is { DisclosesItem: true, ItemId: { } item } ? [item] : [],
        };

    private static AuditOutcome OutcomeOf<T>(Exception exception, OperationCall<T> call)
        where T : class => exception switch
        {
            OperationCanceledException when call.IsCancelledByCaller => AuditOutcome.Cancelled,
            NotFoundException or PermissionException when !call.Request.Reader.IsService => AuditOutcome.Denied,
            _ => AuditOutcome.Failed,
        };
}
