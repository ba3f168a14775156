using System.Net;
using Navo.Integrations.EnterpriseGpt.Api;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Tells a quota that is used up from a limit that passes: both are 429, and only the second is worth trying again. Innermost, so that nothing above repeats the first, and the last to see a request before it goes out.</summary>
internal sealed class QuotaHandler : DelegatingHandler
{
    private const int MaxBody = 64 << 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(TokenPacer.Traits, out RequestTraits? traits))
        {
            traits.Mark?.Set();
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.TooManyRequests || response.Content.Headers.ContentLength is > MaxBody)
        {
            return response;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBody, cancellationToken).ConfigureAwait(false);
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return IsQuotaUsedUp(body)
                ? throw QuotaErrors.Exhausted(response.Headers.TryGetValues("x-request-id", out IEnumerable<string>? ids) ? ids.FirstOrDefault() : null)
                : response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static bool IsQuotaUsedUp(byte[] body) => OpenAiErrorBodies.CodeOf(body) == QuotaErrors.Code;
}
