namespace Navo.Integrations.Abstractions;

/// <summary>The state of an integration or a feature of it. The default is the worst.</summary>
public enum HealthState
{
    /// <summary>It does not work.</summary>
    Unhealthy = 0,

    /// <summary>Part of it works.</summary>
    Degraded,

    /// <summary>It works.</summary>
    Healthy,
}
