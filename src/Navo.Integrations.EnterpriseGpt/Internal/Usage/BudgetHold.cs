namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>What a call holds of its budgets until it is settled. Its month's lock guards what changes.</summary>
internal sealed class BudgetHold(IReadOnlyList<BudgetAccount> accounts, BudgetLimits limits, decimal amount)
{
    public IReadOnlyList<BudgetAccount> Accounts => accounts;

    /// <summary>The limits when it was made.</summary>
    public BudgetLimits Limits => limits;

    public decimal Amount { get; set; } = amount;

    /// <summary>Whether it was settled; then it takes no more.</summary>
    public bool IsClosed { get; set; }

    public int AllowedOutputTokens { get; init; }

    public IReadOnlyList<BudgetWarning> Warnings { get; init; } = [];
}
