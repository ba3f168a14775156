namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>The application's token store, bounded in time and with failures that show nothing of what it was given.</summary>
internal sealed class TokenSafe(IOAuthTokenStore store, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task<string?> ReadAsync() => WithinAsync("be read", async token =>
        await store.ReadAsync(token).ConfigureAwait(false) is { Length: > 0 } refreshToken ? refreshToken : null);

    public Task SaveAsync(string refreshToken) => WithinAsync("save the new refresh token, so the access token that came with it is not used", async token =>
    {
        await store.SaveAsync(refreshToken, token).ConfigureAwait(false);
        return refreshToken;
    });

    private async Task<T> WithinAsync<T>(string what, Func<CancellationToken, Task<T>> work)
    {
        using CancellationTokenSource patience = new(Patience, time);
        try
        {
            return await work(patience.Token).WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            throw OAuthFailures.OfStore(what, failure);
        }
    }
}
