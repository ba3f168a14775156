using System.Collections.Concurrent;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>The budgets of the month, begun with what the ledger holds of it.</summary>
internal sealed class BudgetBook(string instance, LedgerGuard ledger)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<DateOnly, BudgetMonth> _months = new();

    /// <summary>The month if it was opened: it is not where no budget is set.</summary>
    public BudgetMonth? Find(DateOnly day) => _months.GetValueOrDefault(FirstOf(day));

    /// <summary>The month, read from the ledger at first. Callers at the same time share one read.</summary>
    /// <exception cref="Abstractions.UnavailableException">The ledger cannot be read.</exception>
    public async ValueTask<BudgetMonth> OpenAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (Find(day) is { } open)
        {
            return open;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Find(day) ?? Keep(await ReadAsync(FirstOf(day), cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _turn.Release();
        }
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The month before stays: a call that was made just before midnight may still come.</summary>
    private BudgetMonth Keep(BudgetMonth month)
    {
        foreach (DateOnly old in _months.Keys.Where(first => first < month.First.AddMonths(-1)))
        {
            _months.TryRemove(old, out _);
        }

        return _months[month.First] = month;
    }

    private async Task<BudgetMonth> ReadAsync(DateOnly first, CancellationToken cancellationToken)
    {
        BudgetMonth month = new(first);
        foreach (UsageEntry entry in await ledger.ReadAsync(first, first.AddMonths(1).AddDays(-1), cancellationToken).ConfigureAwait(false))
        {
            if (entry.Key.Instance == instance)
            {
                month.Charge(entry.Key.User, entry.Key.Tenant, entry.Figures.Cost + entry.Figures.ChargedForUnknown);
            }
        }

        return month;
    }
}
