using System.Net;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>Fetches the bytes of files: from the source with its credentials, from where it redirects to once and without any.</summary>
/// <param name="source">The source's client, with the handlers of <c>AddIntegrationHandlers</c>.</param>
/// <param name="media">Gives the client that follows redirects, made with <c>AddDownloadHandlers</c>.</param>
/// <param name="apiBase">The address that paths are relative to.</param>
/// <param name="time">The clock.</param>
public sealed class DownloadTransport(HttpClient source, Func<HttpClient> media, Uri apiBase, TimeProvider time)
{
    private readonly DownloadAddress _address = new(apiBase);

    /// <summary>Opens a transfer.</summary>
    /// <param name="request">What to fetch.</param>
    /// <param name="cancellationToken">Cancels the call up to its return.</param>
    /// <returns>The transfer.</returns>
    /// <exception cref="ProtocolException">The file is larger than allowed, or its bytes lie where they must not be fetched from.</exception>
    /// <exception cref="AuthenticationException">The source does not accept the credentials, or answers with a page to log in.</exception>
    /// <exception cref="IntegrationException">The source fails.</exception>
    public async Task<Download> OpenAsync(DownloadRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        RefuseLarge(request, request.Size);
        HttpResponseMessage response = await RequestAsync(request, null, cancellationToken).ConfigureAwait(false);
        try
        {
            RefusePage(request, response);
            long? length = response.Content.Headers.ContentLength ?? request.Size;
            RefuseLarge(request, length);
            DownloadPart first = await DownloadPart.OpenAsync(response, cancellationToken).ConfigureAwait(false);
            return new(new DownloadStream(first, request with { Size = length }, ResumeAsync, time), length, response.Content.Headers.ContentType?.MediaType);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        async Task<DownloadPart?> ResumeAsync(DownloadPart broken, long position, CancellationToken token)
        {
            HttpResponseMessage next = await RequestAsync(request, broken.RangeFrom(position), token).ConfigureAwait(false);
            if (broken.IsContinuedBy(next, position))
            {
                return await DownloadPart.OpenAsync(next, token).ConfigureAwait(false);
            }

            next.Dispose();
            return null;
        }
    }

    private static void RefuseLarge(DownloadRequest request, long? length)
    {
        if (length > request.MaxBytes)
        {
            throw DownloadStream.TooLarge(request);
        }
    }

    /// <summary>A proxy that wants somebody to log in answers with a page and a success. A page of the file's very length is the file, under a type that the host made out itself.</summary>
    private static void RefusePage(DownloadRequest request, HttpResponseMessage response)
    {
        bool isFile = request.MediaType is not { Length: > 0 } declared || LoginPage.CanBeMarkup(declared) || (request.Size is { } size && response.Content.Headers.ContentLength == size);
        if (LoginPage.IsMarkup(response) && !isFile)
        {
            throw new AuthenticationException($"The source answers with a page for people, as it does to log somebody in, instead of the {request.What}.")
            {
                StatusCode = (int)response.StatusCode,
                RequestId = RequestIds.Of(response),
            };
        }
    }

    private async Task<HttpResponseMessage> RequestAsync(DownloadRequest download, ByteRange? range, CancellationToken cancellationToken)
    {
        Uri address = _address.OnHost(download);
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Options.Set(IntegrationRequestOptions.Stream, true);
        range?.ApplyTo(request);
        RedirectCaptureHandler.Ask(request);
        HttpResponseMessage response = await source.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!RedirectCaptureHandler.IsRedirect(response))
        {
            return response;
        }

        using (response)
        {
            Uri target = _address.Redirected(address, response.Headers.Location);
            if (download.RefusesOwnHost && _address.IsSameOrigin(target))
            {
                throw new AuthenticationException("The source redirects a download to a page of its own, as it does to log somebody in.");
            }

            return await FollowAsync(download, target, range, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(DownloadRequest download, Uri target, ByteRange? range, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, target);
        range?.ApplyTo(request);
        HttpResponseMessage response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            int status = (int)response.StatusCode;
            throw status switch
            {
                >= 300 and < 400 => new ProtocolException($"The host of the {download.What}'s bytes redirects again; that was not followed.") { StatusCode = status },
                (int)HttpStatusCode.RequestedRangeNotSatisfiable => new UnavailableException($"The {download.What} changed while it was transferred.") { StatusCode = status },
                _ => new UnavailableException($"The host of the {download.What}'s bytes does not give them.") { StatusCode = status },
            };
        }
    }

    /// <summary>Sends to the host of the bytes; its client translates nothing, and a stream that resumes has no pipeline around it.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await media().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && (ExceptionChain.Find<IntegrationException>(failure) ?? TransportErrors.Translate(failure)) is { } translated)
        {
            throw translated;
        }
    }
}
