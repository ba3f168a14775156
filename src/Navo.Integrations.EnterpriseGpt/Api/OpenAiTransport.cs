using System.ClientModel.Primitives;
using Navo.Integrations.Core.Http;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>Our HTTP client as the library's transport; it tells the handlers what they need to know of a request.</summary>
internal sealed class OpenAiTransport(HttpClient http) : HttpClientPipelineTransport(http)
{
    /// <summary>Goes straight to the HTTP client: retries, timeouts and credentials of the library's own stages would only be passed through.</summary>
    public PipelinePolicy Shortcut => new Direct(this);

    protected override void OnSendingRequest(PipelineMessage message, HttpRequestMessage httpRequest)
    {
        RequestTraits traits = RequestTraits.Current ?? RequestTraits.None;
        httpRequest.Options.Set(TokenPacer.Traits, traits);
        if (traits.IsStream)
        {
            httpRequest.Options.Set(IntegrationRequestOptions.Stream, true);
        }
    }

    private sealed class Direct(OpenAiTransport transport) : PipelinePolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => transport.ProcessCore(message);

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => transport.ProcessCoreAsync(message);
    }
}
