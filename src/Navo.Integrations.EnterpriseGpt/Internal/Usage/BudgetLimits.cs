namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>The limits in force; null for none.</summary>
internal readonly record struct BudgetLimits(decimal? User, decimal? Tenant, decimal? Total, decimal WarnAt)
{
    public static BudgetLimits Of(EnterpriseGptBudgetOptions options) => new(options.PerUser, options.PerTenant, options.Total, (decimal)options.WarnAt);

    public bool HasAny => User is not null || Tenant is not null || Total is not null;

    public decimal? this[BudgetScope scope] => scope switch
    {
        BudgetScope.User => User,
        BudgetScope.Tenant => Tenant,
        _ => Total,
    };
}
