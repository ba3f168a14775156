namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What a budget is for.</summary>
public enum BudgetScope
{
    /// <summary>One user.</summary>
    User,

    /// <summary>One tenant.</summary>
    Tenant,

    /// <summary>All calls of the instance.</summary>
    Total,
}
