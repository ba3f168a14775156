using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Audit;

/// <summary>The default sink: one structured line at level Information in the category <c>Navo.Integrations.Audit</c>. With that level off it costs nothing.</summary>
internal sealed partial class LoggerAuditSink(ILoggerFactory loggers, TelemetryRedaction? redaction = null) : IAuditSink, IConditionalAuditSink
{
    public const string Category = "Navo.Integrations.Audit";

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    public bool IsEnabled => _logger.IsEnabled(LogLevel.Information);

    public ValueTask WriteAsync(AuditRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (IsEnabled)
        {
            AuditLine line = new(record);
            Accessed(_logger, record.Outcome, record.Operation, record.Integration, redaction?.Reader(record.Reader) ?? record.Reader, line);
        }

        return ValueTask.CompletedTask;
    }

    [LoggerMessage(EventId = 100, EventName = "Accessed", Level = LogLevel.Information,
        Message = "{Outcome}: {Operation} of {Integration} for {Reader}; {Details}")]
    private static partial void Accessed(
        ILogger logger, AuditOutcome outcome, string operation, IntegrationName integration, string reader, AuditLine details);
}
