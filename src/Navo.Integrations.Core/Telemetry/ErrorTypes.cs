using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>The bounded names of errors in metrics, traces, logs and the audit trail.</summary>
internal static class ErrorTypes
{
    public static string Of(Exception exception) => exception switch
    {
        AuthenticationException => "authentication",
        PermissionException => "permission",
        NotFoundException => "not_found",
        ThrottledException => "throttled",
        UnavailableException => "unavailable",
        InvalidQueryException => "invalid_query",
        ProtocolException => "protocol",
        ConfigurationException => "configuration",
        BudgetExceededException => "budget_exceeded",
        IntegrationTimeoutException => "timeout",
        OperationCanceledException => "cancelled",
        _ => "other",
    };
}
