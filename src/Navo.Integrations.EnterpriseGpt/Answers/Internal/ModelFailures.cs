using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Which failures of the model leave an answer without it.</summary>
internal static class ModelFailures
{
    /// <summary>Why there is no model; <see cref="ExtractiveReason.None"/> where the failure is the caller's own.</summary>
    public static ExtractiveReason ReasonOf(IntegrationException failure) => failure switch
    {
        InvalidQueryException => ExtractiveReason.None,
        BudgetExceededException => ExtractiveReason.BudgetSpent,
        ThrottledException => ExtractiveReason.Throttled,
        IntegrationTimeoutException => ExtractiveReason.TimedOut,
        AuthenticationException or PermissionException or ConfigurationException => ExtractiveReason.NotAuthorized,
        UnavailableException => ExtractiveReason.Unavailable,
        _ => ExtractiveReason.Failed,
    };
}
