namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A budget that is near its end.</summary>
/// <param name="Scope">Which budget.</param>
/// <param name="Spent">What was spent and is reserved in this month, in US dollars.</param>
/// <param name="Limit">What may be spent.</param>
public sealed record BudgetWarning(BudgetScope Scope, decimal Spent, decimal Limit);
