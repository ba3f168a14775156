namespace Navo.Integrations.EnterpriseGpt.Tests.Usage;

/// <summary>A ledger that fails while told to.</summary>
internal sealed class BrittleLedger : IUsageLedger
{
    private readonly InMemoryUsageLedger _inner = new();

    public bool IsBroken { get; set; }

    /// <summary>What additions wait for; null for nothing.</summary>
    public TaskCompletionSource? Door { get; set; }

    public async ValueTask AppendAsync(UsageEntry entry, CancellationToken cancellationToken = default)
    {
        await (Door?.Task ?? Task.CompletedTask);
        await (IsBroken ? throw new IOException("no space") : _inner.AppendAsync(entry, cancellationToken));
    }

    public ValueTask<IReadOnlyList<UsageEntry>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        IsBroken ? throw new IOException("no disk") : _inner.ReadAsync(from, to, cancellationToken);
}
