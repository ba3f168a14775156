using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>
/// Renews with a refresh token that rotates. The new one is saved before the access token that came with it is used; until then it is held here.
/// Never more than one renewal at a time.
/// </summary>
internal sealed class RefreshTokenGrant(OAuthTokenEndpoint endpoint, TokenSafe store, TimeProvider time)
{
    private (string RefreshToken, HeldCredential? Access)? _unsaved;

    public async Task<HeldCredential> RenewAsync(OAuthOptions options)
    {
        if (_unsaved is { } held)
        {
            await SaveAsync(held.RefreshToken).ConfigureAwait(false);
            if (held.Access?.IsDue(time) == false)
            {
                return held.Access;
            }
        }

        string refreshToken = await store.ReadAsync().ConfigureAwait(false) ?? options.RefreshToken ?? throw OAuthFailures.NoRefreshToken();
        try
        {
            return await RenewAsync(options, refreshToken).ConfigureAwait(false);
        }
        catch (AuthenticationException refused) when (refused.ErrorCode == OAuthErrorBodies.InvalidGrant)
        {
            // Another process may have used it just before, and saved the one that replaces it.
            string? saved = await store.ReadAsync().ConfigureAwait(false);
            return saved is null || saved == refreshToken ? throw OAuthFailures.ConsentLost() : await RenewAsync(options, saved).ConfigureAwait(false);
        }
    }

    private async Task<HeldCredential> RenewAsync(OAuthOptions options, string refreshToken)
    {
        long askedAt = time.GetTimestamp();
        OAuthTokenAnswer answer = await endpoint.AskAsync(options, refreshToken).ConfigureAwait(false);
        if (answer.RefreshToken is not { Length: > 0 } rotated || rotated == refreshToken)
        {
            return HeldCredential.Of(IssuedToken.Of(answer, options.RefreshAhead), askedAt, time);
        }

        _unsaved = (rotated, null);                        // the one before is spent now, whatever the rest of the answer is worth
        HeldCredential? access = null;
        try
        {
            access = HeldCredential.Of(IssuedToken.Of(answer, options.RefreshAhead), askedAt, time);
        }
        finally
        {
            _unsaved = (rotated, access);
            await SaveAsync(rotated).ConfigureAwait(false);
        }

        return access;
    }

    private async Task SaveAsync(string refreshToken)
    {
        await store.SaveAsync(refreshToken).ConfigureAwait(false);
        _unsaved = null;
    }
}
