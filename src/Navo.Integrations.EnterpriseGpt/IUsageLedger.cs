namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Keeps what was used. Register another one to keep it elsewhere, for example in a database.</summary>
/// <remarks>
/// Budgets are read from it once a month and when the process starts, and are then kept by the process: several processes that share a ledger each spend the whole budget.
/// What it throws never reaches a caller as it is. Where a budget is set, calls fail with <see cref="Abstractions.UnavailableException"/> until it works again;
/// where none is set, the gap is logged and counted, and written as soon as it works.
/// </remarks>
public interface IUsageLedger
{
    /// <summary>Adds to the figures of a key. Nothing that was added is ever changed.</summary>
    /// <param name="entry">What was used. It holds ids of users and no text.</param>
    /// <param name="cancellationToken">Cancels it; then, and on any failure, nothing may have been added.</param>
    /// <returns>A task that ends when the entry is as safe as the ledger makes it.</returns>
    ValueTask AppendAsync(UsageEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Reads the sums of the keys of some days.</summary>
    /// <param name="from">The first day (UTC).</param>
    /// <param name="to">The last day, included.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>One entry for each key, in any order.</returns>
    ValueTask<IReadOnlyList<UsageEntry>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default);
}
