using System.Net;
using System.Text;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.SharePoint.Tests.Oracle;

/// <summary>The simulated Graph without sockets, for thousands of tenants behind one client.</summary>
internal sealed class DirectGraph : HttpMessageHandler
{
    private GraphServer _server = null!;
    private string _token = string.Empty;

    public GraphTenant Tenant => _server.Tenant;

    public string Token => _token;

    public void Serve(GraphTenant tenant)
    {
        _server = new(new() { TimeProvider = tenant.TimeProvider }, tenant, new()) { Root = new("https://graph.example/") };
        _token = _server.Tokens.Issue(null);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        GraphAnswer answer = _server.Answer(GraphRequest.Of(request.Method.Method, request.RequestUri!.PathAndQuery, [new("Authorization", $"Bearer {_token}")], body));
        return new((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new StringContent(answer.Body?.ToJsonString() ?? string.Empty, Encoding.UTF8, "application/json") };
    }
}
