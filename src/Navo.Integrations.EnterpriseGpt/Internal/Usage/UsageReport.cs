namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>Adds up what a query asks for.</summary>
internal static class UsageReport
{
    private const int MostBudgets = 100;

    public static IReadOnlyList<UsageRow> Rows(IEnumerable<UsageEntry> entries, UsageQuery query) =>
        [.. entries
            .Where(entry => IsWithin(entry.Key, query))
            .GroupBy(entry => GroupOf(entry.Key, query.GroupBy), static entry => entry.Figures)
            .Select(static group => group.Key with { Figures = Sum(group) })
            .OrderBy(static row => row.Day)
            .ThenBy(static row => row.User, StringComparer.Ordinal)
            .ThenBy(static row => row.Tenant, StringComparer.Ordinal)
            .ThenBy(static row => row.Model, StringComparer.Ordinal)
            .ThenBy(static row => row.Operation, StringComparer.Ordinal)];

    public static UsageFigures Sum(IEnumerable<UsageFigures> figures) => figures.Aggregate(UsageFigures.None, static (sum, next) => sum + next);

    /// <summary>The total budget; the named user's and tenant's, or those near their end.</summary>
    public static IReadOnlyList<BudgetState> Budgets(IReadOnlyList<BudgetState> states, UsageQuery query, decimal warnAt) =>
        [.. states.Where(static state => state.Scope == BudgetScope.Total),
            .. Of(states, BudgetScope.User, query.User, warnAt),
            .. Of(states, BudgetScope.Tenant, query.Tenant, warnAt)];

    private static IEnumerable<BudgetState> Of(IReadOnlyList<BudgetState> states, BudgetScope scope, string? subject, decimal warnAt) =>
        states
            .Where(state => state.Scope == scope && (subject is null ? BudgetShare.Of(state) >= warnAt : state.Subject == subject))
            .OrderByDescending(BudgetShare.Of)
            .Take(MostBudgets);

    private static bool IsWithin(UsageKey key, UsageQuery query) =>
        key.Day >= query.From && key.Day <= query.To
        && (query.User is null || query.User == key.User)
        && (query.Tenant is null || query.Tenant == key.Tenant)
        && (query.Model is null || query.Model == key.Model)
        && (query.Operation is null || query.Operation == key.Operation);

    private static UsageRow GroupOf(UsageKey key, UsageGrouping by) => new()
    {
        Day = by.HasFlag(UsageGrouping.Day) ? key.Day : null,
        User = by.HasFlag(UsageGrouping.User) ? key.User : null,
        Tenant = by.HasFlag(UsageGrouping.Tenant) ? key.Tenant : null,
        Model = by.HasFlag(UsageGrouping.Model) ? key.Model : null,
        Operation = by.HasFlag(UsageGrouping.Operation) ? key.Operation : null,
    };
}
