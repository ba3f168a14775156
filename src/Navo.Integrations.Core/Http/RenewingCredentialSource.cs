using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Http;

/// <summary>
/// Credentials that an authority gives for a time, renewed ahead of their end and when told to. Concurrent questions share one renewal. A renewal that fails for a
/// passing reason leaves a credential that is still good in force; one that is refused for good is not repeated for half a minute, unless asked for with <see cref="RefreshAsync"/>.
/// </summary>
public sealed class RenewingCredentialSource : ICredentialSource
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Func<Task<HeldCredential>> _ask;
    private readonly TimeProvider _time;
    private HeldCredential? _current;
    private Task<HeldCredential>? _renewal;
    private long _refusedUntil = long.MinValue;

    /// <summary>Makes a source.</summary>
    /// <param name="ask">Asks the authority. It throws the family of <see cref="IntegrationException"/>; it is shared by all callers, so none of them can cancel it.</param>
    /// <param name="time">The clock.</param>
    public RenewingCredentialSource(Func<Task<IssuedCredential>> ask, TimeProvider time)
        : this(() => AskAsync(ask, time), time)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(time);
    }

    internal RenewingCredentialSource(Func<Task<HeldCredential>> ask, TimeProvider time) => (_ask, _time) = (ask, time);

    /// <inheritdoc />
    public ValueTask<RequestCredential?> GetAsync(CancellationToken cancellationToken)
    {
        Task<HeldCredential> renewal;
        lock (_gate)
        {
            if (_current is { } token && !token.IsDue(_time))
            {
                return new(token.Credential);
            }

            renewal = Renewal(_current);
        }

        return new(OfOneCallerAsync(renewal, cancellationToken));
    }

    /// <inheritdoc />
    public async ValueTask RefreshAsync(RequestCredential? refused, CancellationToken cancellationToken)
    {
        Task<HeldCredential> renewal;
        lock (_gate)
        {
            if (refused is not null && _current is { } token && !refused.IsSameAs(token.Credential))
            {
                return; // another call has had it replaced since
            }

            _refusedUntil = long.MinValue;
            renewal = Renewal(held: null);
        }

        await OfOneCallerAsync(renewal, cancellationToken).ConfigureAwait(false);
    }

    private Task<HeldCredential> Renewal(HeldCredential? held)
    {
        if (_renewal is { IsCompleted: false } || (_renewal is { IsFaulted: true } && _time.GetTimestamp() < _refusedUntil))
        {
            return _renewal;
        }

        _current = held;
        // One caller's cancellation must not fail the others, so the shared renewal has no token.
        return _renewal = Task.Run(() => RenewAsync(held), CancellationToken.None);
    }

    private async Task<HeldCredential> RenewAsync(HeldCredential? held)
    {
        OperationScope.Current = null; // it is nobody's own: no one caller's deadline bounds it, and no failure of it names one caller's item
        try
        {
            HeldCredential token = await _ask().ConfigureAwait(false);
            Keep(token);
            return token;
        }
        catch (IntegrationException failure) when (failure is ThrottledException or UnavailableException or IntegrationTimeoutException && held?.IsOver(_time) == false)
        {
            HeldCredential token = held.Postponed(Pause, _time);
            Keep(token);
            return token;
        }
        catch (IntegrationException failure) when (!failure.IsTransient)
        {
            Volatile.Write(ref _refusedUntil, _time.GetTimestamp() + _time.TicksOf(Pause));
            throw;
        }
        catch (Exception failure) when (failure is not IntegrationException)
        {
            throw new AuthenticationException($"No access token could be had ({failure.GetType().Name}).", HarmlessCause.Of(failure));
        }
    }

    private static async Task<HeldCredential> AskAsync(Func<Task<IssuedCredential>> ask, TimeProvider time)
    {
        long askedAt = time.GetTimestamp();
        return HeldCredential.Of(await ask().ConfigureAwait(false), askedAt, time);
    }

    private void Keep(HeldCredential token)
    {
        lock (_gate)
        {
            _current = token;
        }
    }

    /// <summary>Waits for a shared renewal. A failure of it is copied for each caller, for it is going to say in whose call it happened.</summary>
    private static async Task<RequestCredential?> OfOneCallerAsync(Task<HeldCredential> renewal, CancellationToken cancellationToken)
    {
        try
        {
            return (await renewal.WaitAsync(cancellationToken).ConfigureAwait(false)).Credential;
        }
        catch (IntegrationException failure)
        {
            throw SharedFailure.CopyOf(failure);
        }
    }
}
