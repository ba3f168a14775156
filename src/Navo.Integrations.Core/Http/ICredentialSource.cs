namespace Navo.Integrations.Core.Http;

/// <summary>Where an integration's credentials come from. One instance for each integration; safe for concurrent use.</summary>
public interface ICredentialSource
{
    /// <summary>The credential to send now; usually from memory.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The credential; null to send none, for sources that serve anonymous readers.</returns>
    /// <exception cref="Abstractions.AuthenticationException">None could be had. A request is never sent without one for that reason.</exception>
    ValueTask<RequestCredential?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Reads the credential anew. Concurrent calls share one read, and one that was refused after it had been replaced already is not replaced again.</summary>
    /// <param name="refused">The credential that the source refused; null to read anew in any case.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when <see cref="GetAsync"/> gives the new one.</returns>
    /// <exception cref="Abstractions.AuthenticationException">None could be had.</exception>
    ValueTask RefreshAsync(RequestCredential? refused, CancellationToken cancellationToken);
}
