using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>A search under way: all sources at once, under one deadline. Leaving it cancels what is not done.</summary>
internal sealed class FederatedRun : IAsyncDisposable
{
    private readonly FederatedCall _call;
    private readonly FederatedParts _parts;
    private readonly long _start;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _caller;

    public FederatedRun(FederatedCall call, IReadOnlyList<SourceAsk> asks, FederatedParts parts, CancellationToken caller)
    {
        (_call, _parts, _caller, _start) = (call, parts, caller, parts.Time.GetTimestamp());
        _deadline = new(call.Query.Deadline, parts.Time);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token, caller);
        Sources = [.. asks.Select(ask => new SourceReader(call, ask, parts.Time).ReadAsync(_stop.Token, caller))];
    }

    public IReadOnlyList<Task<SourceAnswer>> Sources { get; }

    /// <summary>The fused page, counted.</summary>
    public FederatedPage Finish(IEnumerable<SourceAnswer> answers)
    {
        _caller.ThrowIfCancellationRequested();
        FederatedPage page = new PageAssembly(_call, _parts.Fusion).Build(answers);
        _parts.Instruments.Record(page, _parts.Time.GetElapsedTime(_start));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)Task.WhenAll(Sources)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _deadline.Dispose();
    }
}
