namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>
/// Keeps the refresh token in force where it outlives the process. Servers that rotate them accept each only once, so one that was lost needs a new consent.
/// Processes that act for the same consent share one store.
/// </summary>
public interface IOAuthTokenStore
{
    /// <summary>The refresh token saved last. Read before each renewal, for another process may have saved one.</summary>
    /// <param name="cancellationToken">Cancelled after 30 seconds.</param>
    /// <returns>The token; null if none was ever saved.</returns>
    ValueTask<string?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Saves the refresh token that replaces the one before. The new access token is used only after this has ended; when it fails, the next call saves again.</summary>
    /// <param name="refreshToken">The token; a secret.</param>
    /// <param name="cancellationToken">Cancelled after 30 seconds.</param>
    /// <returns>A task that ends when the token is safe.</returns>
    ValueTask SaveAsync(string refreshToken, CancellationToken cancellationToken);
}
