namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>What is spent and reserved of one budget in a month. Its month's lock guards it.</summary>
internal sealed class BudgetAccount(BudgetSlot slot)
{
    public BudgetSlot Slot => slot;

    public decimal Spent { get; set; }

    public decimal Reserved { get; set; }

    public decimal Committed => Spent + Reserved;
}
