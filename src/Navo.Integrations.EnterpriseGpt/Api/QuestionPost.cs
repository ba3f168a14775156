using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>
/// Posts questions whose answers are read whole to one address, straight through our HTTP policy: the library's message and pipeline around it would cost as much again and do nothing more.
/// </summary>
internal sealed class QuestionPost(HttpClient http, Uri address, IReadOnlyList<KeyValuePair<string, string>> headers)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Sends a question. Its answer lies in memory, or as long as it may be on the wire; it is disposed of by whoever asked.</summary>
    public Task<HttpResponseMessage> SendAsync<T>(T question, JsonTypeInfo<T> type, RequestTraits traits, CancellationToken cancellationToken)
    {
        ByteArrayContent body = new(RequestJson.Write(question, type));
        body.Headers.ContentType = Json;
        HttpRequestMessage request = new(HttpMethod.Post, address) { Content = body };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Options.Set(TokenPacer.Traits, traits);
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
