using System.Net.Http.Json;
using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// Data Center does not refuse a wrong or revoked personal access token where anonymous access is on: it serves what anybody may see, and all else would be missing without
/// a word. So the account is asked for before the first answer is trusted, with every new credential, and again from time to time.
/// </summary>
internal sealed class KnownUserHandler(Uri apiBase, ICredentialSource credentials, TimeProvider time) : DelegatingHandler
{
    private static readonly TimeSpan TrustedFor = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile Trust? _trust;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestCredential? credential = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        if (credential is not null && !IsTrusted(credential))
        {
            await EnsureAsync(credential, cancellationToken).ConfigureAwait(false);
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _oneAtATime.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsTrusted(RequestCredential credential) =>
        _trust is { } trust && ReferenceEquals(trust.Credential, credential) && time.GetElapsedTime(trust.Since) < TrustedFor;

    private async Task EnsureAsync(RequestCredential credential, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (IsTrusted(credential))
            {
                return;
            }

            if (await TypeOfCurrentUserAsync(cancellationToken).ConfigureAwait(false) is not ("known" or "user"))
            {
                throw new AuthenticationException("The instance serves the account as anonymous: the token is unknown, expired or revoked.")
                {
                    Remedy = "Correct ApiToken (and Username, for a password), then call RefreshCredentialsAsync.",
                };
            }

            // A 401 on the way may have read the credential anew.
            _trust = new(await credentials.GetAsync(cancellationToken).ConfigureAwait(false) ?? credential, time.GetTimestamp());
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<string?> TypeOfCurrentUserAsync(CancellationToken cancellationToken)
    {
        using HttpRequestMessage question = new(HttpMethod.Get, new Uri($"{apiBase.AbsoluteUri.TrimEnd('/')}/rest/api/user/current"));
        using HttpResponseMessage answer = await base.SendAsync(question, cancellationToken).ConfigureAwait(false);
        try
        {
            UserDto? user = await answer.Content.ReadFromJsonAsync(ConfluenceJson.Default.UserDto, cancellationToken).ConfigureAwait(false);
            return user?.Type;
        }
        catch (JsonException malformed)
        {
            throw new ProtocolException("The answer about the current user is not the promised JSON.", malformed);
        }
    }

    private sealed record Trust(RequestCredential Credential, long Since);
}
