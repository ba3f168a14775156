namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>The right to make one call, and what it may spend. Settle it with what the call used, a cancelled one too; disposed of without that, it gives back what it held.</summary>
internal sealed class UsageReservation : IAsyncDisposable
{
    private readonly UsageMeter _meter;
    private readonly CallPrice _price;
    private readonly int _maxOutputTokens;
    private int _isClosed;

    public UsageReservation(UsageMeter meter, UsageSubject subject, ModelCatalog catalog, DateOnly day, int maxOutputTokens)
    {
        _meter = meter;
        Subject = subject;
        Catalog = catalog;
        Day = day;
        _maxOutputTokens = maxOutputTokens;
    }

    public UsageReservation(UsageReservation open, BudgetMonth month, BudgetHold hold, CallPrice price)
        : this(open._meter, open.Subject, open.Catalog, open.Day, open._maxOutputTokens)
    {
        Month = month;
        Hold = hold;
        _price = price;
    }

    public UsageSubject Subject { get; }

    /// <summary>The prices when the call began: a file that breaks in its course does not lose its cost.</summary>
    public ModelCatalog Catalog { get; }

    /// <summary>The day on which the call began; a call over midnight counts for it, and for its month.</summary>
    public DateOnly Day { get; }

    /// <summary>The month of which something is held; null where no budget is set.</summary>
    public BudgetMonth? Month { get; }

    public BudgetHold? Hold { get; }

    /// <summary>How many tokens of output the budgets afford, hidden ones included: what was asked for, or fewer.</summary>
    public int AllowedOutputTokens => Hold?.AllowedOutputTokens ?? _maxOutputTokens;

    public bool IsCutByBudget => AllowedOutputTokens < _maxOutputTokens;

    public IReadOnlyList<BudgetWarning> Warnings => Hold?.Warnings ?? [];

    /// <summary>Says how far a streamed answer got. Beyond what is reserved more is reserved; where the budgets have no more, or a limit fell below what is spent, it throws.</summary>
    /// <exception cref="Abstractions.BudgetExceededException">The stream has to end. What it used is still to be settled.</exception>
    public void Observe(int outputTokensSoFar)
    {
        if (Hold is not null)
        {
            Month!.Ensure(Hold, _meter.Limits, _price.Of(outputTokensSoFar));
        }
    }

    /// <summary>Charges what the call used. Exactly once.</summary>
    /// <returns>The cost in US dollars; null where it is not known: then budgets are charged what was reserved.</returns>
    /// <exception cref="InvalidOperationException">It was settled or disposed of before.</exception>
    public ValueTask<decimal?> SettleAsync(string answeredModel, TokenUsage usage, TimeSpan latency, bool isEstimated, CancellationToken ct) =>
        TryClose()
            ? _meter.SettleAsync(this, new SettledCall(answeredModel, usage, latency, isEstimated), ct)
            : throw new InvalidOperationException("A reservation is settled once.");

    public ValueTask DisposeAsync()
    {
        if (TryClose() && Hold is not null)
        {
            Month!.Settle(Hold, cost: 0);
        }

        return ValueTask.CompletedTask;
    }

    private bool TryClose() => Interlocked.Exchange(ref _isClosed, 1) == 0;
}
