using Microsoft.Extensions.Logging;

namespace Navo.Integrations.Redis.Internal;

/// <summary>What goes wrong in the background: kinds of errors only, for Redis's own messages name hosts and keys.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(EventId = 40, EventName = "RedisBusFailed", Level = LogLevel.Warning, Message = "Redis: something between the processes could not be told or heard ({ErrorType}); each goes on with what it knows.")]
    public static partial void BusFailed(ILogger logger, string errorType);
}
