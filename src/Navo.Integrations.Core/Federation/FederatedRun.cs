using System.Diagnostics;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Federation;

/// <summary>A search under way: all sources at once, under one deadline and within one activity. Leaving it cancels what is not done.</summary>
internal sealed class FederatedRun : IAsyncDisposable
{
    private readonly FederatedCall _call;
    private readonly FederatedParts _parts;
    private readonly long _start;
    private readonly Activity? _activity;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _caller;
    private bool _isFinished;

    public FederatedRun(FederatedCall call, IReadOnlyList<SourceAsk> asks, FederatedParts parts, Activity? activity, CancellationToken caller)
    {
        (_call, _parts, _activity, _caller, _start) = (call, parts, activity, caller, parts.Time.GetTimestamp());
        _deadline = new(call.Query.Deadline, parts.Time);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token, caller);
        Sources = [.. asks.Select(ask => new SourceReader(call, ask, parts.Time).ReadAsync(_stop.Token, caller))];
    }

    public IReadOnlyList<Task<SourceAnswer>> Sources { get; }

    /// <summary>The fused page, counted.</summary>
    public FederatedPage Finish(IEnumerable<SourceAnswer> answers)
    {
        _caller.ThrowIfCancellationRequested();
        _isFinished = true;
        try
        {
            FederatedPage page = new PageAssembly(_call, _parts.Fusion).Build(answers);
            _parts.Instruments.Record(page, _parts.Time.GetElapsedTime(_start));
            _activity?.SetTag(TelemetryNames.FederatedComplete, page.IsComplete);
            return page;
        }
        catch (Exception failure)
        {
            Fail(_activity, failure);
            throw;
        }
    }

    /// <summary>Says on an activity what a search failed with; nothing of the message, which may hold what was asked.</summary>
    public static void Fail(Activity? activity, Exception failure) =>
        activity?.SetTag(TelemetryNames.ErrorType, TelemetryNames.OfError(failure)).SetStatus(ActivityStatusCode.Error);

    private void EndActivity()
    {
        if (!_isFinished)
        {
            _activity?.SetTag(TelemetryNames.ErrorType, "cancelled"); // by the caller's token, or the stream was left
        }

        _activity?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)Task.WhenAll(Sources)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _deadline.Dispose();
        EndActivity();
    }
}
