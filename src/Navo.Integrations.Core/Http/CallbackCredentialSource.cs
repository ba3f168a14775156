namespace Navo.Integrations.Core.Http;

/// <summary>Takes the credential from a callback, keeps it, and asks again when told to. Concurrent questions share one call.</summary>
/// <param name="callback">Gives the credential now in force; null for none.</param>
public sealed class CallbackCredentialSource(Func<CancellationToken, ValueTask<RequestCredential?>> callback) : ICredentialSource
{
    private readonly Lock _gate = new();
    private Task<RequestCredential?>? _reading;
    private bool _isStale;

    /// <inheritdoc />
    public ValueTask<RequestCredential?> GetAsync(CancellationToken cancellationToken)
    {
        Task<RequestCredential?> reading = Current(afresh: false);
        return reading.IsCompletedSuccessfully ? new(reading) : new(reading.WaitAsync(cancellationToken));
    }

    /// <inheritdoc />
    public async ValueTask RefreshAsync(CancellationToken cancellationToken) =>
        await Current(afresh: true).WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Makes the next question ask the callback again, for example after the configuration changed.</summary>
    public void Invalidate()
    {
        lock (_gate)
        {
            _isStale = true;
        }
    }

    private Task<RequestCredential?> Current(bool afresh)
    {
        lock (_gate)
        {
            bool isUnderWay = _reading is { IsCompleted: false } && !_isStale;
            bool isUsable = _reading is { IsCompletedSuccessfully: true } && !_isStale && !afresh;
            if (isUnderWay || isUsable)
            {
                return _reading!;
            }

            _isStale = false;
            // One caller's cancellation must not fail the others, so the shared read has no token.
            return _reading = ReadAsync();
        }
    }

    private async Task<RequestCredential?> ReadAsync()
    {
        await Task.Yield();
        return await callback(CancellationToken.None).ConfigureAwait(false);
    }
}
