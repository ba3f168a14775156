namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Outermost: the library insists on https; an authority on loopback, as the simulator has one, is spoken to plainly. No other host is touched.</summary>
internal sealed class LoopbackAuthorityHandler(Uri authority) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isPlain = authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback;
        if (isPlain && request.RequestUri is { } address && address.Host == authority.Host && address.Port == authority.Port)
        {
            request.RequestUri = new UriBuilder(address) { Scheme = Uri.UriSchemeHttp, Port = address.Port }.Uri;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
