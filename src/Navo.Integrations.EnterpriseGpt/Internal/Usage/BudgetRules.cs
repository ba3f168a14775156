using Navo.Integrations.Core.Registration;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>What budgets must look like to be kept.</summary>
internal static class BudgetRules
{
    private const string Positive = "must be more than zero; leave it out for no limit";

    public static void Check(OptionsFindings findings, EnterpriseGptOptions options)
    {
        EnterpriseGptBudgetOptions budgets = options.Budgets;
        findings.Check(budgets.PerUser is null or > 0, "Budgets:PerUser", Positive);
        findings.Check(budgets.PerTenant is null or > 0, "Budgets:PerTenant", Positive);
        findings.Check(budgets.Total is null or > 0, "Budgets:Total", Positive);
        findings.Check(budgets.WarnAt is > 0 and <= 1, "Budgets:WarnAt", "must be more than 0 and at most 1");
    }
}
