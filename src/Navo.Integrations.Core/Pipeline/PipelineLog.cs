using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>What the waist writes to the log. No text that came from outside stands in it: vendors quote queries in their messages.</summary>
internal static partial class PipelineLog
{
    public static void OperationFailed(ILogger logger, IntegrationName integration, string operation, string errorType, Exception exception, TimeSpan elapsed)
    {
        LogLevel level = IsOrdinary(exception) ? LogLevel.Information : LogLevel.Warning;
        if (logger.IsEnabled(level))
        {
            var known = exception as IntegrationException;
            OperationFailed(logger, level, integration, operation, errorType, known?.StatusCode, known?.RequestId, (long)elapsed.TotalMilliseconds);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "AuditFailed", Level = LogLevel.Error,
        Message = "{Integration} {Operation}: the audit sink did not take the record ({Cause}); the answer was {Consequence}.")]
    public static partial void AuditFailed(ILogger logger, IntegrationName integration, string operation, string cause, string consequence);

    [LoggerMessage(EventId = 2, EventName = "OperationFailed",
        Message = "{Integration} {Operation} failed: {ErrorType}, status {StatusCode}, request {RequestId}, after {ElapsedMilliseconds} ms.")]
    private static partial void OperationFailed(
        ILogger logger, LogLevel level, IntegrationName integration, string operation, string errorType, int? statusCode, string? requestId, long elapsedMilliseconds);

    /// <summary>Answers to what the caller asked, rather than faults.</summary>
    private static bool IsOrdinary(Exception exception) => exception is NotFoundException or PermissionException or InvalidQueryException;
}
