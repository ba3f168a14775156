using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What was used, by our own accounting, and how far budgets are spent.</summary>
public sealed record UsageStats
{
    /// <summary>The first day (UTC).</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day (UTC), included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>A row for each group that has figures, in the order of day, user, tenant, model and operation.</summary>
    public IReadOnlyList<UsageRow> Rows { get; init; } = [];

    /// <summary>All rows together.</summary>
    public UsageFigures Total { get; init; } = UsageFigures.None;

    /// <summary>
    /// Budgets of this month: the total one, those of the user and the tenant that the query names, and where it names none, those near their end
    /// (the 100 fullest of each kind).
    /// </summary>
    public IReadOnlyList<BudgetState> Budgets { get; init; } = [];

    /// <summary>The day on which the prices behind the costs were looked up.</summary>
    public required DateOnly PricesAsOf { get; init; }

    /// <summary>Why the organization's own figures are not there although there is an administration key; null where they are, or where there is no key.</summary>
    public IntegrationException? OrganizationFailure { get; init; }

    /// <summary>What OpenAI counted for the whole organization; null without an administration key, and where <see cref="OrganizationFailure"/> says why.</summary>
    public IReadOnlyList<OrganizationUsage>? OrganizationUsage { get; init; }

    /// <summary>What OpenAI charged the whole organization; null without an administration key, and where <see cref="OrganizationFailure"/> says why.</summary>
    public IReadOnlyList<OrganizationCost>? OrganizationCosts { get; init; }
}
