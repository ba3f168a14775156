using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.Core.Audit;

/// <summary>Writes the records of one integration, and says what happens when the sink does not take one.</summary>
internal sealed class AuditTrail(
    IntegrationName integration, IAuditSink sink, ValidOptions<AuditOptions> options, TimeProvider time, ILogger logger)
{
    private readonly IConditionalAuditSink? _switch = sink as IConditionalAuditSink;

    public IntegrationName Integration => integration;

    public bool IsEnabled => _switch?.IsEnabled ?? true;

    /// <summary>The record of a call that ends now.</summary>
    public AuditRecord NewRecord<T>(OperationCall<T> call, AuditOutcome outcome)
        where T : class => new()
        {
            Timestamp = time.GetUtcNow(),
            Integration = integration,
            Operation = call.Operation.Name,
            Reader = call.Request.Reader.Key,
            Outcome = outcome,
            ItemId = call.Request.ItemId,
            TraceId = Activity.Current?.TraceId.ToString(),
        };

    /// <summary>Writes the record of an answer that is about to be handed out.</summary>
    /// <exception cref="UnavailableException">The sink did not take it, and the options say that the answer must not leave then.</exception>
    public async ValueTask WriteBeforeAnswerAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        AuditOptions current = options.Current;
        try
        {
            await WriteAsync(record, current, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            string cause = failure.GetType().Name;
            PipelineLog.AuditFailed(logger, integration, record.Operation, cause, current.FailClosed ? "withheld" : "handed out");
            if (current.FailClosed)
            {
                throw Withheld(record, cause);
            }
        }
    }

    /// <summary>Writes the record of a call that hands nothing out. The call's own failure is what the caller should see, so a sink's is only logged.</summary>
    public async ValueTask WriteAfterFailureAsync(AuditRecord record)
    {
        try
        {
            await WriteAsync(record, options.Current, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            PipelineLog.AuditFailed(logger, integration, record.Operation, failure.GetType().Name, "none");
        }
    }

    /// <summary>A record that was not taken in time is not wanted any more: a sink that hangs has no queue of answers that were withheld long ago.</summary>
    private async ValueTask WriteAsync(AuditRecord record, AuditOptions current, CancellationToken cancellationToken)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ValueTask write = sink.WriteAsync(record, ended.Token);
        try
        {
            await (write.IsCompleted ? write : new(write.AsTask().WaitAsync(current.WriteTimeout, time, cancellationToken))).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await ended.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private UnavailableException Withheld(AuditRecord record, string cause)
    {
        var exception = new UnavailableException($"The audit sink did not take the record of this access ({cause}), so the answer is withheld.")
        {
            Remedy = "Mend the audit sink (disk full, file not writable?), or set AuditOptions.FailClosed to false to hand answers out without a record.",
        };
        exception.Locate(integration, record.Operation, record.ItemId);
        return exception;
    }
}
