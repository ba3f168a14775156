namespace Navo.Integrations.EnterpriseGpt;

/// <summary>
/// Keeps usage in memory for 14 months; it ends with the process, and budgets begin anew then. Safe for concurrent use.
/// </summary>
/// <remarks>
/// It is bounded: beyond a number of keys in a month, users that are new in it are added up as <see cref="UsageKey.Other"/>, and beyond twice that number tenants as well, beyond three times models too.
/// The sums stay right; only who or what it was is lost.
/// </remarks>
public sealed class InMemoryUsageLedger : IUsageLedger
{
    private const int MonthsKept = 14;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<DateOnly, Dictionary<UsageKey, UsageFigures>> _months = [];
    private readonly int _mostKeysPerMonth;

    /// <summary>Makes a ledger.</summary>
    /// <param name="mostKeysPerMonth">How many keys of a month it keeps apart, at least 1; 10,000 by default, which is about 3 MB.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostKeysPerMonth"/> is below 1.</exception>
    public InMemoryUsageLedger(int mostKeysPerMonth = 10_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostKeysPerMonth, 1);
        _mostKeysPerMonth = mostKeysPerMonth;
    }

    /// <inheritdoc />
    public ValueTask AppendAsync(UsageEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        Add(entry);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<UsageEntry>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new([.. _months
                .Where(month => month.Key <= to && month.Key.AddMonths(1) > from)
                .SelectMany(static month => month.Value)
                .Where(pair => pair.Key.Day >= from && pair.Key.Day <= to)
                .Select(static pair => new UsageEntry(pair.Key, pair.Value))]);
        }
    }

    internal void Add(UsageEntry entry)
    {
        DateOnly first = new(entry.Key.Day.Year, entry.Key.Day.Month, 1);
        lock (_gate)
        {
            if (!_months.TryGetValue(first, out Dictionary<UsageKey, UsageFigures>? month))
            {
                _months[first] = month = [];
                ForgetOldMonths();
            }

            UsageKey key = KeyWithin(month, entry.Key);
            month[key] = month.GetValueOrDefault(key, UsageFigures.None) + entry.Figures;
        }
    }

    private void ForgetOldMonths()
    {
        while (_months.Count > MonthsKept)
        {
            _months.Remove(_months.Keys.First());
        }
    }

    private UsageKey KeyWithin(Dictionary<UsageKey, UsageFigures> month, UsageKey key)
    {
        if (month.Count < _mostKeysPerMonth || month.ContainsKey(key))
        {
            return key;
        }

        UsageKey folded = key with { User = UsageKey.Other };
        bool isRoom = month.Count < 2L * _mostKeysPerMonth || month.ContainsKey(folded);
        if (isRoom)
        {
            return folded;
        }

        folded = folded with { Tenant = UsageKey.Other };
        return month.Count < 3L * _mostKeysPerMonth || month.ContainsKey(folded) ? folded : folded with { Model = UsageKey.Other };
    }
}
