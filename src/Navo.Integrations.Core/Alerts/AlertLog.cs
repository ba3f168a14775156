using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts;

/// <summary>What the monitor and its sinks write to the log.</summary>
internal static partial class AlertLog
{
    [LoggerMessage(EventId = 140, EventName = "AlertRaised", Level = LogLevel.Warning, Message = "Alert {Key} ({Rule} of {Integration}): {Summary}")]
    public static partial void Raised(ILogger logger, string key, AlertRule rule, IntegrationName integration, string summary);

    [LoggerMessage(EventId = 141, EventName = "AlertResolved", Level = LogLevel.Information, Message = "Alert {Key} ({Rule} of {Integration}) is over after {Duration}: {Summary}")]
    public static partial void Resolved(ILogger logger, string key, AlertRule rule, IntegrationName integration, TimeSpan duration, string summary);

    [LoggerMessage(EventId = 142, EventName = "AlertSinkFailed", Level = LogLevel.Error, Message = "Alert {Key} was not passed on by {Sink} ({ErrorType}).")]
    public static partial void SinkFailed(ILogger logger, string key, string sink, string errorType);

    [LoggerMessage(EventId = 143, EventName = "AlertDropped", Level = LogLevel.Error, Message = "Alert {Key} was not passed on by {Sink}: too many are waiting for it.")]
    public static partial void Dropped(ILogger logger, string key, string sink);

    [LoggerMessage(EventId = 144, EventName = "AlertSourceFailed", Level = LogLevel.Error, Message = "{Source} gave no figures ({ErrorType}); what was known of them stays.")]
    public static partial void SourceFailed(ILogger logger, string source, string errorType);

    [LoggerMessage(EventId = 145, EventName = "AlertSubscriberFailed", Level = LogLevel.Error, Message = "One who subscribed to alerts failed with {ErrorType}.")]
    public static partial void SubscriberFailed(ILogger logger, string errorType);

    [LoggerMessage(EventId = 146, EventName = "AlertsFull", Level = LogLevel.Error, Message = "There are {Count} troubles; new ones are not looked at until some of them are over.")]
    public static partial void TooMany(ILogger logger, int count);

    [LoggerMessage(EventId = 147, EventName = "AlertEvaluationFailed", Level = LogLevel.Error, Message = "An evaluation of alerts failed with {ErrorType}; the next one comes as ever.")]
    public static partial void EvaluationFailed(ILogger logger, string errorType);

    [LoggerMessage(EventId = 148, EventName = "AlertPostRefused", Level = LogLevel.Warning, Message = "The webhook of alerts did not take {Key}: attempt {Attempt}, status {StatusCode}, {Failure}.")]
    public static partial void PostRefused(ILogger logger, string key, int attempt, int? statusCode, string? failure);
}
