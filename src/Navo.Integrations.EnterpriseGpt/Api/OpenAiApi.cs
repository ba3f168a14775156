using System.ClientModel.Primitives;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api.Wire;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>What is asked of OpenAI beside answers: models, moderation, vector stores and their files.</summary>
internal sealed class OpenAiApi(OpenAiClients clients)
{
    /// <remarks><see href="https://platform.openai.com/docs/api-reference/models/retrieve"/>.</remarks>
    public Task<ModelDto> GetModelAsync(string model, CancellationToken cancellationToken) =>
        GetAsync(options => clients.Models.GetModelAsync(model, options), OpenAiJson.Default.ModelDto, cancellationToken);

    /// <remarks><see href="https://platform.openai.com/docs/api-reference/moderations"/>.</remarks>
    public async Task<bool> IsFlaggedAsync(string model, string text, CancellationToken cancellationToken)
    {
        BinaryData body = WireJson.Write(new(model, text), OpenAiJson.Default.ModerationRequestDto);
        using PipelineResponse response = await clients.SendAsync((content, options) => clients.Moderations.ClassifyTextAsync(content, options), body, RequestTraits.None, cancellationToken).ConfigureAwait(false);
        ModerationDto answer = await WireJson.ReadAsync(response, OpenAiJson.Default.ModerationDto, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ModerationResultDto> results = Required.Member(answer.Results, "results");
        return results.Count == 0 ? throw new ProtocolException("The moderation judged nothing.") : results.Any(result => Required.Member(result.Flagged, "flagged"));
    }

    public Task<VectorStoreDto> GetStoreAsync(string store, CancellationToken cancellationToken) =>
        GetAsync(options => clients.Stores.GetVectorStoreAsync(store, options), OpenAiJson.Default.VectorStoreDto, cancellationToken);

    public async Task<StoreSearchDto> SearchStoreAsync(string store, StoreSearchRequestDto request, CancellationToken cancellationToken)
    {
        BinaryData body = WireJson.Write(request, OpenAiJson.Default.StoreSearchRequestDto);
        using PipelineResponse response = await clients.SendAsync((content, options) => clients.Stores.SearchVectorStoreAsync(store, content, options), body, RequestTraits.None, cancellationToken).ConfigureAwait(false);
        return await WireJson.ReadAsync(response, OpenAiJson.Default.StoreSearchDto, cancellationToken).ConfigureAwait(false);
    }

    public Task<StoreFileDto> GetStoreFileAsync(string store, string file, CancellationToken cancellationToken) =>
        GetAsync(options => clients.Stores.GetVectorStoreFileAsync(store, file, options), OpenAiJson.Default.StoreFileDto, cancellationToken);

    /// <summary>The text that was read out of a file. There is no parameter for a next page.</summary>
    /// <remarks><see href="https://platform.openai.com/docs/api-reference/vector-stores-files/getContent"/>.</remarks>
    public Task<FileContentDto> GetFileContentAsync(string store, string file, CancellationToken cancellationToken) =>
        GetAsync(options => clients.Stores.RetrieveVectorStoreFileContentAsync(store, file, options), OpenAiJson.Default.FileContentDto, cancellationToken);

    public Task<FileDto> GetFileAsync(string file, CancellationToken cancellationToken) =>
        GetAsync(options => clients.Files.GetFileAsync(file, options), OpenAiJson.Default.FileDto, cancellationToken);

    private async Task<T> GetAsync<T>(Func<RequestOptions, Task<System.ClientModel.ClientResult>> send, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using PipelineResponse response = await clients.SendAsync(send, RequestTraits.None, cancellationToken).ConfigureAwait(false);
        return await WireJson.ReadAsync(response, type, cancellationToken).ConfigureAwait(false);
    }
}
