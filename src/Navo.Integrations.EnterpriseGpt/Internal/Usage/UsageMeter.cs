using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>
/// Knows what calls cost and what may be spent: reserves before a call and settles after it. One for each instance, thread-safe. Months are calendar months in UTC.
/// </summary>
internal sealed class UsageMeter
{
    private readonly Func<EnterpriseGptOptions> _current;
    private readonly TimeProvider _time;
    private readonly UsageContext _context;
    private readonly LedgerGuard _ledger;
    private readonly BudgetBook _budgets;

    public UsageMeter(Func<EnterpriseGptOptions> current, IUsageLedger ledger, TimeProvider time, UsageContext context)
    {
        _current = current;
        _time = time;
        _context = context;
        _ledger = new(ledger, context);
        _budgets = new(context.Instance, _ledger);
        Prices = new(current);
        context.Instruments.ObserveBudgets(context.Instance, () => _budgets.Find(Today)?.States(Limits) ?? []);
    }

    /// <summary>What is known about models.</summary>
    public PriceBook Prices { get; }

    /// <summary>Whether a budget is set; without one, nothing is reserved and no prompt need be counted.</summary>
    public bool HasBudgets => Limits.HasAny;

    internal BudgetLimits Limits => BudgetLimits.Of(_current().Budgets);

    private DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>Reserves what a call may cost.</summary>
    /// <exception cref="BudgetExceededException">A budget does not afford its prompt and 16 tokens of answer.</exception>
    /// <exception cref="ConfigurationException">A budget is set and the model has no price, or the file of prices is wrong.</exception>
    /// <exception cref="UnavailableException">A budget is set and the ledger fails.</exception>
    public async ValueTask<UsageReservation> ReserveAsync(UsageSubject subject, string model, int inputTokens, int maxOutputTokens, CancellationToken ct)
    {
        BudgetLimits limits = Limits;
        UsageReservation open = new(this, subject, Prices.Current, Today, maxOutputTokens);
        if (!limits.HasAny || !BudgetSlot.Of(subject.Reader.Key, subject.Tenant).Any(slot => limits[slot.Scope] is not null))
        {
            return open;
        }

        CallPrice price = open.Catalog.WorstOf(model, inputTokens, maxOutputTokens, open.Day, _context.IsRegional) ?? throw Unpriced(model);
        await _ledger.EnsureWrittenAsync(ct).ConfigureAwait(false);
        BudgetMonth month = await _budgets.OpenAsync(open.Day, ct).ConfigureAwait(false);
        return new(open, month, month.Hold(subject, limits, price, maxOutputTokens), price);
    }

    /// <summary>Counts an answer out of our own cache.</summary>
    public ValueTask RecordCachedAsync(UsageSubject subject, string model, CancellationToken ct) =>
        _ledger.WriteAsync(new(subject.KeyOn(Today, _context.Instance, model), new() { CachedAnswers = 1 }), ct);

    /// <summary>Counts a call that failed and cost nothing.</summary>
    public ValueTask RecordFailureAsync(UsageSubject subject, string model, TimeSpan latency, CancellationToken ct) =>
        _ledger.WriteAsync(new(subject.KeyOn(Today, _context.Instance, model), new() { Requests = 1, FailedRequests = 1, Latency = latency }), ct);

    /// <summary>Reads what was used.</summary>
    /// <exception cref="InvalidQueryException">The query makes no sense.</exception>
    /// <exception cref="UnavailableException">The ledger cannot be read.</exception>
    public async ValueTask<UsageStats> ReadAsync(UsageQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Check();
        BudgetLimits limits = Limits;
        IReadOnlyList<UsageEntry> entries = await _ledger.ReadAsync(query.From, query.To, ct).ConfigureAwait(false);
        IReadOnlyList<UsageRow> rows = UsageReport.Rows(entries.Where(entry => entry.Key.Instance == _context.Instance), query);
        IReadOnlyList<BudgetState> states = limits.HasAny ? (await _budgets.OpenAsync(Today, ct).ConfigureAwait(false)).States(limits) : [];
        return new()
        {
            From = query.From,
            To = query.To,
            Rows = rows,
            Total = UsageReport.Sum(rows.Select(static row => row.Figures)),
            Budgets = UsageReport.Budgets(states, query, limits.WarnAt),
            PricesAsOf = Prices.Current.AsOf,
        };
    }

    internal async ValueTask<decimal?> SettleAsync(UsageReservation reservation, SettledCall call, CancellationToken ct)
    {
        decimal? cost = reservation.Catalog.CostOf(call.Model, call.Usage, reservation.Day, _context.IsRegional);
        UsageEntry entry = new(reservation.Subject.KeyOn(reservation.Day, _context.Instance, call.Model), FiguresOf(call, cost, reservation.Hold?.Amount ?? 0));
        await _ledger.WriteAsync(entry, ct).ConfigureAwait(false);
        Charge(reservation, entry);
        Report(reservation, entry, cost);
        return cost;
    }

    private static UsageFigures FiguresOf(SettledCall call, decimal? cost, decimal held) => new()
    {
        Requests = 1,
        EstimatedRequests = call.IsEstimated ? 1 : 0,
        RequestsOfUnknownCost = cost is null ? 1 : 0,
        Tokens = call.Usage,
        Cost = cost ?? 0,
        ChargedForUnknown = cost is null ? held : 0,
        Latency = call.Latency,
    };

    private static ConfigurationException Unpriced(string model) =>
        new($"{PricesReader.Key}: a budget is set, and no price of the model '{model}' is known, so the budget could not be kept.")
        {
            Key = PricesReader.Key,
            Remedy = "Name a file with the model's prices there, or choose a model that has one.",
        };

    /// <summary>What was held is given back only after the entry is written, so that it counts twice for a moment rather than not at all.</summary>
    private void Charge(UsageReservation reservation, UsageEntry entry)
    {
        decimal amount = entry.Figures.Cost + entry.Figures.ChargedForUnknown;
        if (reservation.Hold is { } hold)
        {
            reservation.Month!.Settle(hold, amount);
        }
        else
        {
            _budgets.Find(reservation.Day)?.Charge(entry.Key.User, entry.Key.Tenant, amount);
        }
    }

    private void Report(UsageReservation reservation, UsageEntry entry, decimal? cost)
    {
        ModelFacts? facts = reservation.Catalog.Find(entry.Key.Model, reservation.Day);
        _context.Instruments.Settled(entry, facts?.Id ?? UsageMetrics.OtherModel, cost);
        if (cost is null)
        {
            UsageLog.CostUnknown(_context.Logger, _context.Instance, entry.Key.Model);
        }
    }
}
