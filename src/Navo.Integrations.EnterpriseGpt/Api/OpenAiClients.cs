using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.ExceptionServices;
using Navo.Integrations.Abstractions;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Files;
using OpenAI.Models;
using OpenAI.Moderations;
using OpenAI.Responses;
using OpenAI.VectorStores;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>The clients of the OpenAI library over our HTTP policy, with no retry, no credential and no log of their own; and the way past them.</summary>
internal sealed class OpenAiClients
{
    private readonly HttpClient _http;
    private readonly Uri _endpoint;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;

    public OpenAiClients(HttpClient http, Uri endpoint, string? organizationId, string? projectId)
    {
        (_http, _endpoint, _headers) = (http, endpoint, RequestHeaders.Of(organizationId, projectId));
        OpenAiTransport transport = new(http);
        OpenAIClientOptions options = new()
        {
            Endpoint = endpoint,
            OrganizationId = organizationId,
            ProjectId = projectId,
            Transport = transport,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new() { EnableLogging = false },
            EnableDistributedTracing = false, // the waist has an activity for each call
        };
        options.AddPolicy(transport.Shortcut, PipelinePosition.PerCall);
        OpenAIClient client = new(new NoAuthentication(), options);
        Responses = client.GetResponsesClient();
        Chat = client.GetChatClient("named-in-the-body");
        Models = client.GetOpenAIModelClient();
        Moderations = client.GetModerationClient("named-in-the-body");
        Stores = client.GetVectorStoreClient();
        Files = client.GetOpenAIFileClient();
    }

    public ResponsesClient Responses { get; }

    public ChatClient Chat { get; }

    public OpenAIModelClient Models { get; }

    public ModerationClient Moderations { get; }

    public VectorStoreClient Stores { get; }

    public OpenAIFileClient Files { get; }

    /// <summary>The way to one address for questions whose answers are read whole.</summary>
    public QuestionPost PostTo(string path) => new(_http, new(_endpoint, path), _headers);

    /// <summary>Sends a request with a body. Its answer is not copied: it is read from where the handlers have it, or as it comes.</summary>
    public Task<PipelineResponse> SendAsync(Func<BinaryContent, RequestOptions, Task<ClientResult>> send, BinaryData body, RequestTraits traits, CancellationToken cancellationToken) =>
        SendAsync(options => send(BinaryContent.Create(body), options), traits, cancellationToken);

    /// <summary>Sends a request.</summary>
    public async Task<PipelineResponse> SendAsync(Func<RequestOptions, Task<ClientResult>> send, RequestTraits traits, CancellationToken cancellationToken)
    {
        RequestTraits.Current = traits; // an async method has its own copy: nothing to put back
        try
        {
            ClientResult result = await send(new() { CancellationToken = cancellationToken, BufferResponse = false }).ConfigureAwait(false);
            return result.GetRawResponse();
        }
        catch (ClientResultException failure) when (failure.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause); // the handlers have judged it; the library's own wrapping says less
            throw;
        }
        catch (Exception odd) when (odd is InvalidOperationException or ArgumentException or UriFormatException)
        {
            throw new InvalidQueryException($"The request could not be made ({odd.GetType().Name}); an id in it is probably none.");
        }
    }
}
