using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Writes records before anything leaves; one that is not taken withholds the answer, unless the options say otherwise.</summary>
internal sealed partial class AnswerAudit(IAnswerAuditSink sink, IOptionsMonitor<AuditOptions> options, TimeProvider time, ILogger<AnswerAudit> logger)
{
    /// <exception cref="UnavailableException">The record was not taken.</exception>
    public async Task WriteAsync(AnswerRecord record, CancellationToken cancellationToken)
    {
        AuditOptions current = options.CurrentValue;
        try
        {
            await sink.WriteAsync(record, cancellationToken).AsTask().WaitAsync(current.WriteTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            string cause = failure.GetType().Name;
            NotTaken(logger, record.AnswerId, cause, current.FailClosed ? "withheld" : "handed out");
            if (current.FailClosed)
            {
                throw new UnavailableException($"The audit sink did not take the record of this answer ({cause}), so the answer is withheld.")
                {
                    Remedy = "Mend the audit sink, or set AuditOptions.FailClosed to false to hand answers out without a record.",
                };
            }
        }
    }

    [LoggerMessage(EventId = 4301, Level = LogLevel.Error, Message = "The audit record of answer {AnswerId} was not taken ({Cause}); the answer is {Consequence}.")]
    private static partial void NotTaken(ILogger logger, string answerId, string cause, string consequence);
}
