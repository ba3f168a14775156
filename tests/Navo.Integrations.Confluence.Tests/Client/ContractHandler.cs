using Navo.Integrations.Contracts;

namespace Navo.Integrations.Confluence.Tests.Client;

/// <summary>Refuses a request that the vendor does not describe, where the descriptions are present.</summary>
internal sealed class ContractHandler(string edition, HttpMessageHandler wire) : DelegatingHandler(wire)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (SpecificationGate.Default.IsAvailable)
        {
            string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            Assert.Empty(SpecificationGate.Default.Violations(request.RequestUri!.Host == "api.atlassian.com" ? "CloudGateway" : edition, request.Method.Method, request.RequestUri.PathAndQuery, body));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
