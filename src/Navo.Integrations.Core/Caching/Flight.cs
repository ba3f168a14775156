namespace Navo.Integrations.Core.Caching;

/// <summary>One request to the source that several callers wait for. It goes on while one of them does.</summary>
/// <param name="deadline">The timestamp up to which its leader has time.</param>
internal sealed class Flight<T>(long deadline)
    where T : class
{
    private readonly TaskCompletionSource<CacheAnswer<T>> _landing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abandoned = new();
    private int _waiting = 1;

    public long Deadline => deadline;

    public Task<CacheAnswer<T>> Landing => _landing.Task;

    /// <summary>Cancelled when nobody waits any more.</summary>
    public CancellationToken Token => _abandoned.Token;

    /// <summary>Joins unless all others left already.</summary>
    public bool TryJoin()
    {
        int seen = Volatile.Read(ref _waiting);
        while (seen > 0)
        {
            int now = Interlocked.CompareExchange(ref _waiting, seen + 1, seen);
            if (now == seen)
            {
                return true;
            }

            seen = now;
        }

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _waiting) == 0)
        {
            _abandoned.Cancel();
        }
    }

    public void Land(CacheAnswer<T> answer) => _landing.TrySetResult(answer);

    public void Fail(Exception exception)
    {
        _landing.TrySetException(exception);
        _ = _landing.Task.Exception; // seen, even if all who waited have left
    }
}
