using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>The bounded names of errors in metrics, traces, logs and the audit trail.</summary>
internal static class ErrorTypes
{
    public const string Authentication = "authentication";

    public static string Of(Exception exception) => exception switch
    {
        AuthenticationException => Authentication,
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

    /// <summary>Whether a failure speaks against the source: what answers the caller's own question does not, nor does a budget that the application set itself. Refused credentials are counted apart.</summary>
    public static bool IsFault(string errorType) => errorType is not (Authentication or "permission" or "not_found" or "invalid_query" or "budget_exceeded");
}
