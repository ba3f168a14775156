using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Health;

/// <summary>What the monitor writes to the log: names of integrations and features, states; no text that came from outside.</summary>
internal static partial class HealthLog
{
    [LoggerMessage(EventId = 120, EventName = "HealthChanged", Message = "{Integration} is {State}, was {Previous}; {Features} features are not whole.")]
    public static partial void Changed(ILogger logger, LogLevel level, IntegrationName integration, HealthState state, string previous, int features);

    [LoggerMessage(EventId = 121, EventName = "HealthSubscriberFailed", Level = LogLevel.Error, Message = "One who subscribed to changes of health failed with {ErrorType}.")]
    public static partial void SubscriberFailed(ILogger logger, string errorType);

    [LoggerMessage(EventId = 122, EventName = "HealthRoundFailed", Level = LogLevel.Error, Message = "A round of health questions failed with {ErrorType}; the next one comes as ever.")]
    public static partial void RoundFailed(ILogger logger, string errorType);
}
