using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The application's tokens, and those of users on whose behalf it acts.</summary>
internal sealed class GraphCredentials(AzureCredentials azure, Func<SharePointOptions> current, string scope, TimeProvider time) : ICredentialSource
{
    private const int MaxUsers = 10_000;

    private readonly GraphTokenSource _application = new(() => azure.ForApplication(current()), scope, time);
    private readonly ConcurrentDictionary<string, GraphTokenSource> _users = new(StringComparer.Ordinal);

    /// <summary>Whose tokens are sent now.</summary>
    public GraphTokenSource Acting => GraphActor.Current ?? _application;

    public ValueTask<RequestCredential?> GetAsync(CancellationToken cancellationToken) => Acting.GetAsync(cancellationToken);

    public ValueTask RefreshAsync(RequestCredential? refused, CancellationToken cancellationToken) => Acting.RefreshAsync(refused, cancellationToken);

    /// <summary>The tokens of a user who called the application; null where nobody gives the user's token.</summary>
    public async ValueTask<GraphTokenSource?> OfUserAsync(PrincipalId user, CancellationToken cancellationToken)
    {
        if (current().GetUserAssertions() is not { } assertionOf || await AssertionAsync(assertionOf, user, cancellationToken).ConfigureAwait(false) is not { Length: > 0 } assertion)
        {
            return null;
        }

        if (_users.Count > MaxUsers)
        {
            _users.Clear(); // tokens can be had again
        }

        string key = $"{user} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(assertion)))}";
        return _users.GetOrAdd(key, _ => new(() => azure.OnBehalfOf(current(), assertion), scope, time));
    }

    /// <summary>Begins anew with the options as they are now: users' tokens were had with the application's credential too.</summary>
    public ValueTask RenewAllAsync()
    {
        _users.Clear();
        azure.Forget();
        return _application.RefreshAsync(refused: null, CancellationToken.None);
    }

    /// <summary>The application's own code is asked, which may throw anything; what it says may hold the token.</summary>
    private static async ValueTask<string?> AssertionAsync(Func<PrincipalId, CancellationToken, ValueTask<string?>> assertionOf, PrincipalId user, CancellationToken cancellationToken)
    {
        try
        {
            return await assertionOf(user, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not IntegrationException && !cancellationToken.IsCancellationRequested)
        {
            throw new AuthenticationException($"The user's token could not be had from UseUserAssertions ({failure.GetType().Name}).");
        }
    }
}
