using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>
/// Stands between the meter and a ledger that may fail. The money of a call is spent when it is settled, so an entry that cannot be written withholds no answer;
/// it is kept and written before the next, and until then no call is let through where a budget is set.
/// </summary>
internal sealed class LedgerGuard(IUsageLedger ledger, UsageContext context)
{
    private const int MostKept = 10_000;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);           // nothing kept is on its way to the ledger while the ledger is read
    private readonly Dictionary<UsageKey, UsageFigures> _kept = [];

    /// <summary>Writes an entry, or keeps it for later; never throws. A caller who cancels waits no longer, and the entry is written all the same.</summary>
    public async ValueTask WriteAsync(UsageEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(entry).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What was spent was spent.
        }
    }

    /// <summary>Makes sure that the ledger holds all that was settled.</summary>
    /// <exception cref="UnavailableException">It does not take it.</exception>
    public ValueTask EnsureWrittenAsync(CancellationToken cancellationToken) => OrUnavailableAsync("written", () => WriteKeptAsync(cancellationToken), cancellationToken);

    /// <summary>Reads some days, with what could not be written yet.</summary>
    /// <exception cref="UnavailableException">It cannot be read.</exception>
    public async ValueTask<IReadOnlyList<UsageEntry>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        IReadOnlyList<UsageEntry> read = [];
        await OrUnavailableAsync("read", async () => read = await ReadWholeAsync(from, to, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return read;
    }

    private async Task<IReadOnlyList<UsageEntry>> ReadWholeAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            IReadOnlyList<UsageEntry> read = await ledger.ReadAsync(from, to, cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                return [.. read, .. _kept.Where(pair => pair.Key.Day >= from && pair.Key.Day <= to).Select(static pair => new UsageEntry(pair.Key, pair.Value))];
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task WriteAsync(UsageEntry entry)
    {
        try
        {
            await WriteKeptAsync(CancellationToken.None).ConfigureAwait(false);
            await ledger.AppendAsync(entry, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Keep(entry);
            Report(failure);
        }
    }

    private async ValueTask OrUnavailableAsync(string verb, Func<ValueTask> work, CancellationToken cancellationToken)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Report(failure);
            throw new UnavailableException($"The usage ledger cannot be {verb} ({failure.GetType().Name}); a budget is kept or figures were asked for, so nothing was done.")
            {
                Remedy = "Mend the usage ledger; what it lacks is written as soon as it works.",
            };
        }
    }

    private async ValueTask WriteKeptAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (TakeKept() is { } entry)
            {
                await AppendOrKeepAsync(entry, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask AppendOrKeepAsync(UsageEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.AppendAsync(entry, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Keep(entry);
            throw;
        }
    }

    private UsageEntry? TakeKept()
    {
        lock (_gate)
        {
            if (_kept.Count == 0)
            {
                return null;
            }

            (UsageKey key, UsageFigures figures) = _kept.First();
            _kept.Remove(key);
            return new(key, figures);
        }
    }

    private void Keep(UsageEntry entry)
    {
        lock (_gate)
        {
            bool isRoom = _kept.Count < MostKept || _kept.ContainsKey(entry.Key);
            UsageKey key = isRoom ? entry.Key : entry.Key with { User = UsageKey.Other, Tenant = UsageKey.Other };
            _kept[key] = _kept.GetValueOrDefault(key, UsageFigures.None) + entry.Figures;
        }
    }

    private void Report(Exception failure)
    {
        context.Instruments.LedgerFailed(context.Instance);
        UsageLog.LedgerFailed(context.Logger, context.Instance, failure.GetType().Name);
    }
}
