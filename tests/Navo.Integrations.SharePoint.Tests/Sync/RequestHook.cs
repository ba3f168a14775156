namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>Looks at each attempt of a request before it goes out.</summary>
internal sealed class RequestHook(Action<HttpRequestMessage> look) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        look(request);
        cancellationToken.ThrowIfCancellationRequested();
        return base.SendAsync(request, cancellationToken);
    }
}
