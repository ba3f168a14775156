using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>
/// Reads the body as part of the attempt, so that a stall or a cut is timed out and retried like any other failure, and bounds its size after decompression.
/// It is the innermost, so what fails here is made harmless before anything above can log it.
/// </summary>
internal sealed class BodyBufferHandler(long maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return IntegrationRequestOptions.IsStream(request) && response.IsSuccessStatusCode
                ? response
                : await BufferAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (SocketFailures.Replacement(failure) is { } harmless)
        {
            throw harmless;
        }
    }

    private async Task<HttpResponseMessage> BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            response.Content = await PooledContent.ReadAsync(response.Content, maxBytes, cancellationToken).ConfigureAwait(false) ?? throw TooLarge(response);
            return response;
        }
        catch (Exception failure)
        {
            response.Dispose();
            throw failure is InvalidDataException or InvalidOperationException
                ? new HttpRequestException(HttpRequestError.InvalidResponse, "The compression of the answer is damaged.")
                : failure;
        }
    }

    private ProtocolException TooLarge(HttpResponseMessage response) => new($"The answer is larger than {maxBytes} bytes.")
    {
        StatusCode = (int)response.StatusCode,
        Remedy = "Raise the option Http:MaxResponseBytes if the source really answers so much.",
    };
}
