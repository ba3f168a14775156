using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// Moves requests from the site's address to the API gateway, where tokens with scopes work. The cloud id is asked of the site once, without credentials.
/// </summary>
/// <remarks><see href="https://support.atlassian.com/jira/kb/retrieve-my-atlassian-sites-cloud-id/"/>.</remarks>
internal sealed class GatewayAddressHandler(ConfluenceEndpoint endpoint, CloudIdSource cloudId) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string id = await cloudId.GetAsync(cancellationToken).ConfigureAwait(false);
        Uri address = request.RequestUri ?? throw new ProtocolException("A request without an address can't be sent.");
        if (Uri.Compare(address, endpoint.ApiBase, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            request.RequestUri = new($"{endpoint.GatewayToDiscover}{Uri.EscapeDataString(id)}{address.PathAndQuery}");
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
