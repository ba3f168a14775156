using System.Net;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Notes the address of an answer 410 where its request asks for that: the failure that is made of it has none.</summary>
internal sealed class ResyncHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Gone && request.Options.TryGetValue(ResyncAddress.Option, out ResyncAddress? resync))
        {
            resync.Value = response.Headers.Location?.OriginalString;
        }

        return response;
    }
}
