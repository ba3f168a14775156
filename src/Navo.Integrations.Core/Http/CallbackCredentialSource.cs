using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Http;

/// <summary>Takes the credential from a callback, keeps it, and asks again when told to. Concurrent questions share one call. Whatever the callback fails with is an <see cref="AuthenticationException"/>, unless it is one of the family already.</summary>
/// <param name="callback">Gives the credential now in force; null for none.</param>
public sealed class CallbackCredentialSource(Func<CancellationToken, ValueTask<RequestCredential?>> callback) : ICredentialSource
{
    private readonly Lock _gate = new();
    private Task<RequestCredential?>? _reading;
    private volatile RequestCredential? _last;
    private bool _isStale;

    /// <inheritdoc />
    public ValueTask<RequestCredential?> GetAsync(CancellationToken cancellationToken)
    {
        Task<RequestCredential?> reading = Current(afresh: false);
        return reading.IsCompletedSuccessfully ? new(reading) : new(OfOneCallerAsync(reading, cancellationToken));
    }

    /// <inheritdoc />
    public async ValueTask RefreshAsync(RequestCredential? refused, CancellationToken cancellationToken) =>
        await OfOneCallerAsync(Current(afresh: true, refused), cancellationToken).ConfigureAwait(false);

    /// <summary>Makes the next question ask the callback again, for example after the configuration changed.</summary>
    public void Invalidate()
    {
        lock (_gate)
        {
            _isStale = true;
        }
    }

    private Task<RequestCredential?> Current(bool afresh, RequestCredential? refused = null)
    {
        lock (_gate)
        {
            bool isUnderWay = _reading is { IsCompleted: false } && !_isStale;
            bool isReplaced = refused is not null && _reading is { IsCompletedSuccessfully: true } && !refused.IsSameAs(_last);
            bool isUsable = _reading is { IsCompletedSuccessfully: true } && !_isStale && (!afresh || isReplaced);
            if (isUnderWay || isUsable)
            {
                return _reading!;
            }

            _isStale = false;
            // One caller's cancellation must not fail the others, so the shared read has no token.
            return _reading = ReadAsync();
        }
    }

    /// <summary>Waits for a shared read. A failure of it is copied for each caller, for it is going to say in whose call it happened.</summary>
    private static async Task<RequestCredential?> OfOneCallerAsync(Task<RequestCredential?> reading, CancellationToken cancellationToken)
    {
        try
        {
            return await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure)
        {
            throw SharedFailure.CopyOf(failure);
        }
    }

    private async Task<RequestCredential?> ReadAsync()
    {
        await Task.Yield();
        try
        {
            return _last = await callback(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not IntegrationException)
        {
            throw new AuthenticationException($"The credentials could not be read ({failure.GetType().Name}).", HarmlessCause.Of(failure))
            {
                IsTransient = failure is HttpRequestException or IOException or TimeoutException or OperationCanceledException,
            };
        }
    }
}
