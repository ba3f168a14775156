using Navo.Integrations.Abstractions;

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
    private readonly RenewingCredentialSource _source = Create(options, client, store, time);

    /// <inheritdoc />
    public ValueTask<RequestCredential?> GetAsync(CancellationToken cancellationToken) => _source.GetAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask RefreshAsync(RequestCredential? refused, CancellationToken cancellationToken) => _source.RefreshAsync(refused, cancellationToken);

    private static RenewingCredentialSource Create(Func<OAuthOptions> options, Func<HttpClient> client, IOAuthTokenStore? store, TimeProvider time)
    {
        OAuthTokenEndpoint endpoint = new(client);
        RefreshTokenGrant? refreshing = store is null ? null : new(endpoint, new(store, time), time);
        return new(AskAsync, time);

        async Task<HeldCredential> AskAsync()
        {
            OAuthOptions current = options();
            if (current.Grant == OAuthGrant.RefreshToken)
            {
                return await (refreshing ?? throw new ConfigurationException("The grant RefreshToken needs a token store.")).RenewAsync(current).ConfigureAwait(false);
            }

            long askedAt = time.GetTimestamp();
            return HeldCredential.Of(IssuedToken.Of(await endpoint.AskAsync(current, refreshToken: null).ConfigureAwait(false), current.RefreshAhead), askedAt, time);
        }
    }
}
