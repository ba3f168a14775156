using System.Security.Claims;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp;

/// <summary>Says on whose behalf a request of the Model Context Protocol is made. Register one of your own, as a singleton or scoped, where callers sign in.</summary>
/// <remarks>The one that is registered otherwise knows nobody but <see cref="NavoMcpOptions.Reader"/>, and that only for requests without a user, as those over standard input are.</remarks>
public interface IMcpReaderResolver
{
    /// <summary>Finds the reader of one request.</summary>
    /// <param name="user">Who signed in at the server, as its authentication says; null where the transport knows no users. It may be there and not be authenticated.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>
    /// The reader; null where nobody is known, which fails the call. <see cref="AccessContext.Service"/> fails it as well: what the service may see is not for callers.
    /// </returns>
    /// <exception cref="IntegrationException">It could not be found out.</exception>
    ValueTask<AccessContext?> ResolveAsync(ClaimsPrincipal? user, CancellationToken cancellationToken = default);
}
