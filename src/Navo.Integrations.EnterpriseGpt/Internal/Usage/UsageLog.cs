using Microsoft.Extensions.Logging;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

internal static partial class UsageLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Error, Message = "Enterprise GPT '{Instance}': the usage ledger failed ({Failure}); what it lacks is kept and written later")]
    public static partial void LedgerFailed(ILogger logger, string instance, string failure);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Debug, Message = "Enterprise GPT '{Instance}': the cost of an answer by '{Model}' is not known; its price is in no file")]
    public static partial void CostUnknown(ILogger logger, string instance, string model);
}
