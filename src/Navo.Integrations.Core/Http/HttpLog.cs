using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>What the HTTP handlers log: never an address, a query or a header.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "{Integration}: attempt {Attempt} failed (status {Status}, {Failure}); trying again in {Delay}")]
    public static partial void Retrying(ILogger logger, IntegrationName integration, int attempt, int? status, string? failure, TimeSpan delay);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "{Integration}: the source keeps failing; nothing is sent to it for {BreakDuration}")]
    public static partial void BreakerOpened(ILogger logger, IntegrationName integration, TimeSpan breakDuration);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "{Integration}: the source answers again")]
    public static partial void BreakerClosed(ILogger logger, IntegrationName integration);
}
