namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What usage is broken down by.</summary>
[Flags]
public enum UsageGrouping
{
    /// <summary>Nothing: one row.</summary>
    None = 0,

    /// <summary>The day (UTC).</summary>
    Day = 1,

    /// <summary>The reader.</summary>
    User = 2,

    /// <summary>The tenant.</summary>
    Tenant = 4,

    /// <summary>The model.</summary>
    Model = 8,

    /// <summary>The operation.</summary>
    Operation = 16,
}
