namespace Navo.Integrations.Core.Pipeline;

/// <summary>A token that the caller's own token cancels, and a deadline.</summary>
internal sealed class DeadlineSource : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public DeadlineSource(TimeProvider time, long deadline, CancellationToken callerToken)
    {
        long left = deadline - time.GetTimestamp();
        _source = new CancellationTokenSource(left <= 0 ? TimeSpan.Zero : time.GetElapsedTime(0, left), time);
        Token = _source.Token;
        _registration = callerToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token { get; }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
