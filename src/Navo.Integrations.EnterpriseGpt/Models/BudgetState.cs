namespace Navo.Integrations.EnterpriseGpt;

/// <summary>How much of a budget is left in this calendar month (UTC).</summary>
/// <param name="Scope">What it is for.</param>
/// <param name="Subject">The reader's key or the tenant; null for <see cref="BudgetScope.Total"/>.</param>
/// <param name="Spent">What was spent, in US dollars.</param>
/// <param name="Reserved">What calls under way may still spend.</param>
/// <param name="Limit">What may be spent.</param>
/// <param name="ResetsAt">When the next month begins.</param>
public sealed record BudgetState(BudgetScope Scope, string? Subject, decimal Spent, decimal Reserved, decimal Limit, DateTimeOffset ResetsAt)
{
    /// <summary>What is left to reserve; zero where more was spent than allowed.</summary>
    public decimal Remaining => Math.Max(0, Limit - Spent - Reserved);
}
