namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>The names of budgets in failures and metrics.</summary>
internal static class ScopeNames
{
    public static string Of(BudgetScope scope) => scope switch
    {
        BudgetScope.User => "user",
        BudgetScope.Tenant => "tenant",
        _ => "total",
    };
}
