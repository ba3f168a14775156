using System.Globalization;
using Azure.Core;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Tokens to Graph, renewed ahead and single flight. Claims that Graph asks for go into the next question to the authority.</summary>
/// <param name="create">Makes the credential as it is configured now; asked once and after each refresh, so that a rotated secret is used without a restart.</param>
/// <param name="scope">The scope.</param>
/// <param name="time">The clock.</param>
internal sealed class GraphTokenSource(Func<TokenCredential> create, string scope, TimeProvider time) : ICredentialSource
{
    private static readonly TimeSpan RefreshAhead = TimeSpan.FromMinutes(5);

    private RenewingCredentialSource? _source;
    private TokenCredential? _credential;
    private string? _claims;

    private RenewingCredentialSource Source => LazyInitializer.EnsureInitialized(ref _source, () => new RenewingCredentialSource(AskAsync, time));

    public ValueTask<RequestCredential?> GetAsync(CancellationToken cancellationToken) => Source.GetAsync(cancellationToken);

    public ValueTask RefreshAsync(RequestCredential? refused, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _credential, null); // the library would give the token that it keeps
        return Source.RefreshAsync(refused, cancellationToken);
    }

    /// <summary>Gets a token with the claims that Graph asked for.</summary>
    public async ValueTask<RequestCredential?> GetWithClaimsAsync(string claims, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _claims, claims);
        await Source.RefreshAsync(refused: null, cancellationToken).ConfigureAwait(false);
        return await Source.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<IssuedCredential> AskAsync()
    {
        string? claims = Interlocked.Exchange(ref _claims, null);
        try
        {
            TokenCredential credential = Volatile.Read(ref _credential) ?? (_credential = create());
            TokenRequestContext context = new([scope], claims: claims, isCaeEnabled: true);
            AccessToken token = await credential.GetTokenAsync(context, CancellationToken.None).ConfigureAwait(false);
            TimeSpan? life = token.ExpiresOn == DateTimeOffset.MaxValue ? null : token.ExpiresOn - time.GetUtcNow();
            return new(RequestCredential.Bearer(token.Token), life, RefreshAhead);
        }
        catch (Exception failure) when (failure is not IntegrationException)
        {
            throw Translated(failure);
        }
    }

    /// <summary>The failure in words of our own: what the libraries say may hold addresses and claims.</summary>
    private static IntegrationException Translated(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is IntegrationException known)
            {
                return EntraFailures.OfEndpoint(known);
            }
        }

        return EntraFailures.Unforeseen(string.Create(CultureInfo.InvariantCulture, $"{failure.GetType().Name}"), failure.Message);
    }
}
