namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Names under which this package reports beside the shared ones, on the meter <c>Navo.Integrations.EnterpriseGpt</c>.</summary>
public static class EnterpriseGptTelemetry
{
    /// <summary>Counter: answers that another model than the one asked for gave. Tags: instance, <see cref="FallbackReason"/>.</summary>
    public const string ModelFallbacks = "navo.enterprise_gpt.model.fallbacks";

    /// <summary>Tag: <c>shutdown_date_passed</c> or <c>model_unavailable</c>.</summary>
    public const string FallbackReason = "navo.enterprise_gpt.fallback.reason";
}
