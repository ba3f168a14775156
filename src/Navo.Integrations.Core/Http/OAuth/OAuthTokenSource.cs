using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>
/// Access tokens of OAuth 2.0, renewed ahead of their end and when told to. Concurrent questions share one renewal. A renewal that fails for a passing reason
/// leaves a token that is still good in force; one that is refused for good is not repeated for half a minute, unless asked for with <see cref="RefreshAsync"/>.
/// </summary>
/// <param name="options">Gives the client as it is configured now; asked before each renewal.</param>
/// <param name="client">Gives the HTTP client for the token endpoint, with the settings of <see cref="OAuthHttpSettings"/>.</param>
/// <param name="store">Keeps the refresh token; null only where <see cref="OAuthGrant.ClientCredentials"/> is the grant.</param>
/// <param name="time">The clock.</param>
public sealed class OAuthTokenSource(Func<OAuthOptions> options, Func<HttpClient> client, IOAuthTokenStore? store, TimeProvider time) : ICredentialSource
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly OAuthTokenEndpoint _endpoint = new(client);
    private readonly RefreshTokenGrant? _refreshing = store is null ? null : new(new(client), new(store, time), time);
    private AccessToken? _current;
    private Task<AccessToken>? _renewal;
    private long _refusedUntil = long.MinValue;

    /// <inheritdoc />
    public ValueTask<RequestCredential?> GetAsync(CancellationToken cancellationToken)
    {
        Task<AccessToken> renewal;
        lock (_gate)
        {
            if (_current is { } token && !token.IsDue(time))
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
        Task<AccessToken> renewal;
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

    private Task<AccessToken> Renewal(AccessToken? held)
    {
        if (_renewal is { IsCompleted: false } || (_renewal is { IsFaulted: true } && time.GetTimestamp() < _refusedUntil))
        {
            return _renewal;
        }

        _current = held;
        // One caller's cancellation must not fail the others, so the shared renewal has no token.
        return _renewal = Task.Run(() => RenewAsync(held), CancellationToken.None);
    }

    private async Task<AccessToken> RenewAsync(AccessToken? held)
    {
        OperationScope.Current = null; // it is nobody's own: no one caller's deadline bounds it, and no failure of it names one caller's item
        try
        {
            AccessToken token = await AskAsync(options()).ConfigureAwait(false);
            Keep(token);
            return token;
        }
        catch (IntegrationException failure) when (failure is ThrottledException or UnavailableException or IntegrationTimeoutException && held?.IsOver(time) == false)
        {
            AccessToken token = held.Postponed(Pause, time);
            Keep(token);
            return token;
        }
        catch (IntegrationException failure) when (!failure.IsTransient)
        {
            Volatile.Write(ref _refusedUntil, time.GetTimestamp() + (long)(Pause.TotalSeconds * time.TimestampFrequency));
            throw;
        }
        catch (Exception failure) when (failure is not IntegrationException)
        {
            throw OAuthFailures.Unforeseen(failure);
        }
    }

    private async Task<AccessToken> AskAsync(OAuthOptions current)
    {
        if (current.Grant == OAuthGrant.RefreshToken)
        {
            return await (_refreshing ?? throw new ConfigurationException("The grant RefreshToken needs a token store.")).RenewAsync(current).ConfigureAwait(false);
        }

        long askedAt = time.GetTimestamp();
        return AccessToken.Of(await _endpoint.AskAsync(current, refreshToken: null).ConfigureAwait(false), current.RefreshAhead, askedAt, time);
    }

    private void Keep(AccessToken token)
    {
        lock (_gate)
        {
            _current = token;
        }
    }

    /// <summary>Waits for a shared renewal. A failure of it is copied for each caller, for it is going to say in whose call it happened.</summary>
    private static async Task<RequestCredential?> OfOneCallerAsync(Task<AccessToken> renewal, CancellationToken cancellationToken)
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
