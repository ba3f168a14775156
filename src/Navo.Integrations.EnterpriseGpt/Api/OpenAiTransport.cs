using System.ClientModel.Primitives;
using Navo.Integrations.Core.Http;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>Our HTTP client as the library's transport; it tells the handlers what they need to know of a request.</summary>
internal sealed class OpenAiTransport(HttpClient http) : HttpClientPipelineTransport(http)
{
    protected override void OnSendingRequest(PipelineMessage message, HttpRequestMessage httpRequest)
    {
        RequestTraits traits = RequestTraits.Current ?? RequestTraits.None;
        httpRequest.Options.Set(TokenPacer.Traits, traits);
        if (traits.IsStream)
        {
            httpRequest.Options.Set(IntegrationRequestOptions.Stream, true);
        }
    }
}
