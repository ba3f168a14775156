using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Http;

/// <summary>Takes the credential from a callback, keeps it, and asks again when told to. Concurrent questions share one call. Whatever the callback fails with is an <see cref="AuthenticationException"/>, unless it is one of the family already.</summary>
/// <param name="callback">Gives the credential now in force; null for none.</param>
public sealed class CallbackCredentialSource(Func<CancellationToken, ValueTask<RequestCredential?>> callback) : ICredentialSource
{
    private readonly Lock _gate = new();
    private Reading? _reading;
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
            bool isDone = _reading is { Answer.IsCompletedSuccessfully: true };
            bool isUnderWay = _reading is { Answer.IsCompleted: false } && !_isStale;
            bool isReplaced = refused is not null && isDone && !refused.IsSameAs(_reading!.Held);
            bool isUsable = isDone && !_isStale && (!afresh || isReplaced);
            if (!isUnderWay && !isUsable)
            {
                _isStale = false;
                _reading = new(callback);
            }

            return _reading!.Answer;
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

    /// <summary>One question to the callback, with its own answer: of two that overlap, the later one's counts, whichever ends last.</summary>
    private sealed class Reading
    {
        // One caller's cancellation must not fail the others, so the shared read has no token.
        public Reading(Func<CancellationToken, ValueTask<RequestCredential?>> callback) => Answer = ReadAsync(callback);

        public Task<RequestCredential?> Answer { get; }

        public RequestCredential? Held { get; private set; }

        private async Task<RequestCredential?> ReadAsync(Func<CancellationToken, ValueTask<RequestCredential?>> callback)
        {
            await Task.Yield();
            try
            {
                return Held = await callback(CancellationToken.None).ConfigureAwait(false);
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
}
