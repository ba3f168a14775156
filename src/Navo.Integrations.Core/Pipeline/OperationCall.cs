using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>One call on its way through the layers. Belongs to one caller; a shared flight gets its own.</summary>
internal sealed class OperationCall<T>(
    IntegrationOperation operation,
    IntegrationCall<T> request,
    IntegrationOptions options,
    TimeProvider time,
    CancellationToken callerToken)
    where T : class
{
    private DeadlineSource? _source;
    private bool _isDetached;

    public IntegrationOperation Operation => operation;

    public IntegrationCall<T> Request => request;

    /// <summary>The options in force when the call began.</summary>
    public IntegrationOptions Options => options;

    public CancellationToken CallerToken => callerToken;

    /// <summary>The timestamp at which the call began.</summary>
    public long StartedAt { get; } = time.GetTimestamp();

    /// <summary>The timestamp at which the caller's time is up.</summary>
    public long Deadline { get; private set; } = long.MaxValue;

    /// <summary>Where the answer came from, once there is one.</summary>
    public ResultOriginKind Origin { get; set; }

    /// <summary>What is kept of an earlier answer, past its lifetime.</summary>
    public T? Kept { get; private init; }

    /// <summary>The scope in which the work runs, once it began.</summary>
    public OperationScope? Scope { get; set; }

    public bool IsCancelledByCaller => callerToken.IsCancellationRequested;

    /// <summary>Cancelled by the caller or by the deadline. The timer behind it starts with the first look.</summary>
    public CancellationToken Token =>
        _isDetached || Deadline == long.MaxValue ? callerToken : (_source ??= new DeadlineSource(time, Deadline, callerToken)).Token;

    public void Begin(TimeSpan timeout) =>
        Deadline = StartedAt + time.TicksOf(timeout);

    public void End() => _source?.Dispose();

    /// <summary>The same call on behalf of all who wait for it: its deadline is told to the work but does not cancel it.</summary>
    public OperationCall<T> Detach(CancellationToken flightToken, T? kept) =>
        new(operation, request, options, time, flightToken) { Deadline = Deadline, Kept = kept, _isDetached = true };
}
