namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What may be spent in a calendar month (UTC), in US dollars. Reserved before each call and settled after it.</summary>
public sealed class EnterpriseGptBudgetOptions
{
    /// <summary>For each user; null for no limit.</summary>
    public decimal? PerUser { get; set; }

    /// <summary>For each tenant; null for no limit.</summary>
    public decimal? PerTenant { get; set; }

    /// <summary>For all calls of the instance together; null for no limit.</summary>
    public decimal? Total { get; set; }

    /// <summary>The share of a budget, above 0 up to 1, from which calls are answered with a warning. 0.8 by default.</summary>
    public double WarnAt { get; set; } = 0.8;
}
