using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The credential that the options name now, so that a rotated token is used without a restart.</summary>
internal static class ConfluenceCredentials
{
    public static async ValueTask<RequestCredential?> ReadAsync(ConfluenceOptions options, CancellationToken cancellationToken)
    {
        if (options.CredentialCallback is { } callback)
        {
            return await callback(cancellationToken).ConfigureAwait(false) ?? throw Missing();
        }

        return options switch
        {
            { ApiToken: null or "" } => throw Missing(),
            { Username: { Length: > 0 } username, ApiToken: { } token } => RequestCredential.Basic(username, token),
            { ApiToken: { } token } => RequestCredential.Bearer(token),
        };
    }

    private static AuthenticationException Missing() => new("No credentials are configured for Confluence.");
}
