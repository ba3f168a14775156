using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Core.Sync;

/// <summary>What the service writes to the log: names of integrations, kinds of errors and numbers; no title, no address, no id of content.</summary>
internal static partial class SyncServiceLog
{
    [LoggerMessage(EventId = 20, EventName = "SyncRunEnded", Level = LogLevel.Information, Message = "{Integration} sync {Mode}: {Told} changes, {Skipped} skipped, complete: {IsComplete}.")]
    public static partial void RunEnded(ILogger logger, IntegrationName integration, SyncMode mode, long told, long skipped, bool isComplete);

    [LoggerMessage(EventId = 21, EventName = "SyncRunBroken", Level = LogLevel.Error, Message = "{Integration} sync {Mode} was broken off by {ErrorType}, status {StatusCode}; it goes on where it stood.")]
    public static partial void RunBroken(ILogger logger, IntegrationName integration, SyncMode mode, string errorType, int? statusCode);

    [LoggerMessage(EventId = 22, EventName = "SyncPartitionHeld", Level = LogLevel.Warning, Message = "{Integration} sync: a partition ended as {Outcome} ({ErrorType}), {DeletionsHeld} deletions held.")]
    public static partial void PartitionHeld(ILogger logger, IntegrationName integration, PartitionOutcome outcome, string? errorType, long deletionsHeld);

    [LoggerMessage(EventId = 23, EventName = "SyncHandlerFailed", Level = LogLevel.Error, Message = "{Integration} sync: the handler did not carry out a {Change} ({ErrorType}); it is told again.")]
    public static partial void HandlerFailed(ILogger logger, IntegrationName integration, string change, string errorType);

    [LoggerMessage(EventId = 24, EventName = "NotificationGap", Level = LogLevel.Warning, Message = "{Integration} may have been silent since {Since} until {Until} ({Reason}); a run repairs it.")]
    public static partial void Gap(ILogger logger, IntegrationName integration, DateTimeOffset? since, DateTimeOffset until, NotificationGapReason reason);

    [LoggerMessage(EventId = 26, EventName = "SyncServiceFailed", Level = LogLevel.Error, Message = "{Integration}: the sync service met {ErrorType}; it goes on in a minute.")]
    public static partial void StepFailed(ILogger logger, IntegrationName integration, string errorType);

    [LoggerMessage(EventId = 25, EventName = "SubscriptionsNotMaintained", Level = LogLevel.Error, Message = "{Integration}: subscriptions could not be looked after ({ErrorType}, status {StatusCode}); it is looked at by the schedule.")]
    public static partial void NotMaintained(ILogger logger, IntegrationName integration, string errorType, int? statusCode);
}
