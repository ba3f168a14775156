using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>Reads the body as part of the attempt, so that a stall or a cut is timed out and retried like any other failure, and bounds its size after decompression.</summary>
internal sealed class BodyBufferHandler(long maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (IntegrationRequestOptions.IsStream(request) && response.IsSuccessStatusCode)
        {
            return response;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(maxBytes, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (HttpRequestException tooLarge) when (tooLarge.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            response.Dispose();
            throw new ProtocolException($"The answer is larger than {maxBytes} bytes.")
            {
                StatusCode = (int)response.StatusCode,
                Remedy = "Raise the option Http:MaxResponseBytes if the source really answers so much.",
            };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
