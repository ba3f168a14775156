namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Why another model than the one asked for answered.</summary>
public enum ModelFallbackReason
{
    /// <summary>The model that was asked for answered.</summary>
    None = 0,

    /// <summary>The API says that there is no such model any more, or none that the key may use.</summary>
    ModelUnavailable,

    /// <summary>The model's shutdown date has passed.</summary>
    ShutdownDatePassed,
}
