namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

internal static class BudgetShare
{
    /// <summary>The share of a budget that is spent or reserved.</summary>
    public static decimal Of(BudgetState state) => state.Limit == 0 ? 1 : (state.Spent + state.Reserved) / state.Limit;
}
