using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Fetches the bytes of attachments: from the source with its credentials, from where it redirects to without any.</summary>
internal sealed class AttachmentTransport(HttpClient source, Func<HttpClient> media, ConfluenceConnection connection, TimeProvider time)
{
    private readonly DownloadAddress _address = new(connection.Endpoint.ApiBase);

    public async Task<AttachmentDownload> OpenAsync(FoundAttachment found, CancellationToken cancellationToken)
    {
        long maxBytes = connection.Settings.Options.MaxAttachmentBytes;
        if (found.Attachment.Size > maxBytes)
        {
            throw DownloadLimits.TooLarge(maxBytes);
        }

        HttpResponseMessage response = await RequestAsync(_address.OnHost(found.DownloadPath), cancellationToken).ConfigureAwait(false);
        try
        {
            long? declared = response.Content.Headers.ContentLength;
            if (declared > maxBytes)
            {
                throw DownloadLimits.TooLarge(maxBytes);
            }

            DownloadLimits limits = new(maxBytes, declared ?? found.Attachment.Size, connection.Settings.Options.Http.AttemptTimeout);
            Stream bytes = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new(found.Attachment, response, new DownloadStream(bytes, limits, time));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> RequestAsync(Uri address, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Options.Set(IntegrationRequestOptions.Stream, true);
        RedirectCaptureHandler.Ask(request);
        HttpResponseMessage response = await source.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!RedirectCaptureHandler.IsRedirect(response))
        {
            return response;
        }

        using (response)
        {
            Uri target = _address.Redirected(address, response.Headers.Location);
            if (!connection.Endpoint.IsCloud && _address.IsSameOrigin(target))
            {
                throw new AuthenticationException("The source redirects a download to a page of its own, as it does to log somebody in.");
            }

            return await FollowAsync(target, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Once, and without credentials.</summary>
    private async Task<HttpResponseMessage> FollowAsync(Uri target, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, target);
        HttpResponseMessage response = await media().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            int status = (int)response.StatusCode;
            throw status is >= 300 and < 400
                ? new ProtocolException("The host of the attachment's bytes redirects again; that was not followed.") { StatusCode = status }
                : new UnavailableException("The host of the attachment's bytes does not give them.") { StatusCode = status };
        }
    }
}
