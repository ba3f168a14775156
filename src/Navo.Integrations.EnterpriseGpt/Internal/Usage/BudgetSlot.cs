namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>Who has a budget.</summary>
/// <param name="Scope">What it is for.</param>
/// <param name="Subject">The reader's key or the tenant; empty for all calls.</param>
internal readonly record struct BudgetSlot(BudgetScope Scope, string Subject)
{
    private const string UserPrefix = "user:";

    public static BudgetSlot Total { get; } = new(BudgetScope.Total, string.Empty);

    /// <summary>The budgets that a call counts for.</summary>
    public static IEnumerable<BudgetSlot> Of(string user, string? tenant)
    {
        yield return Total;
        if (user.StartsWith(UserPrefix, StringComparison.Ordinal))
        {
            yield return new(BudgetScope.User, user);
        }

        if (!string.IsNullOrEmpty(tenant))
        {
            yield return new(BudgetScope.Tenant, tenant);
        }
    }
}
