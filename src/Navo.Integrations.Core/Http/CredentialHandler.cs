using System.Net;

namespace Navo.Integrations.Core.Http;

/// <summary>Puts the credential on each attempt, for the configured origins only. A 401 makes it be read anew once.</summary>
internal sealed class CredentialHandler(IntegrationHttpSettings settings) : DelegatingHandler
{
    private readonly HostGuard _guard = new(settings.AllowedOrigins);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _guard.Check(request);
        RequestCredential? credential = await settings.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = credential?.Header;
        HttpResponseMessage response = Checked(request, await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        if (response.StatusCode != HttpStatusCode.Unauthorized || credential is null)
        {
            return response;
        }

        RequestCredential? renewed = await RenewAsync(response, credential, cancellationToken).ConfigureAwait(false);
        if (credential.IsSameAs(renewed))
        {
            return response;
        }

        response.Dispose();
        request.Headers.Authorization = renewed?.Header;
        return Checked(request, await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A primary handler of the application's may have followed a redirect; then the request names where it went.</summary>
    private HttpResponseMessage Checked(HttpRequestMessage request, HttpResponseMessage response)
    {
        try
        {
            _guard.Check(request);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<RequestCredential?> RenewAsync(HttpResponseMessage refused, RequestCredential sent, CancellationToken cancellationToken)
    {
        try
        {
            await settings.Credentials.RefreshAsync(sent, cancellationToken).ConfigureAwait(false);
            return await settings.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            refused.Dispose();
            throw;
        }
    }
}
