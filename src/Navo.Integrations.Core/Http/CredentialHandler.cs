using System.Net;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>Puts the credential on each attempt, for the configured origins only. A 401 makes it be read anew once.</summary>
internal sealed class CredentialHandler(IntegrationHttpSettings settings) : DelegatingHandler
{
    private readonly HostGuard _guard = new(settings.AllowedOrigins);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_guard.Allows(request.RequestUri))
        {
            request.Headers.Authorization = null;
            throw new ProtocolException("A request to another host than the configured one was refused.")
            {
                Remedy = "Check the configured address; links in answers are followed on the configured host only.",
            };
        }

        RequestCredential? credential = await settings.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await SendAsync(request, credential, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || credential is null)
        {
            return response;
        }

        RequestCredential? renewed = await RenewAsync(response, cancellationToken).ConfigureAwait(false);
        if (credential.IsSameAs(renewed))
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(request, renewed, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, RequestCredential? credential, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = credential?.Header;
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<RequestCredential?> RenewAsync(HttpResponseMessage refused, CancellationToken cancellationToken)
    {
        try
        {
            await settings.Credentials.RefreshAsync(cancellationToken).ConfigureAwait(false);
            return await settings.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            refused.Dispose();
            throw;
        }
    }
}
