using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>The files of a vector store.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/vector-stores-files"/>.</remarks>
internal static class StoreFileResources
{
    /// <summary>How many chunks a page of content has.</summary>
    private const int ChunksPerPage = 10;

    private static readonly string[] Statuses = ["in_progress", "completed", "failed", "cancelled"];

    public static JsonObject All(OpenAiCall call, string storeId)
    {
        OpenAiVectorStore store = VectorStoreResources.Find(call, storeId);
        string? status = call.Query("filter");
        return status is not null && !Statuses.Contains(status) ? throw OpenAiError.InvalidValue("filter", status, Statuses)
            : Paging.Page(call, store.Files.Where(_ => status is null or "completed").Select(f => Json(store, f)));
    }

    public static JsonObject One(OpenAiCall call, string storeId, string fileId)
    {
        OpenAiVectorStore store = VectorStoreResources.Find(call, storeId);
        return Json(store, Find(store, fileId));
    }

    public static JsonObject Attach(OpenAiCall call, string storeId)
    {
        OpenAiVectorStore store = VectorStoreResources.Find(call, storeId);
        RequestBody body = call.ReadBody("file_id", "chunking_strategy", "attributes");
        OpenAiFile file = FileResources.Find(call, body.Needed("file_id"));
        store.Attach(file, ReadAttributes(body));
        return Json(store, Find(store, file.Id));
    }

    public static JsonObject Update(OpenAiCall call, string storeId, string fileId)
    {
        OpenAiVectorStore store = VectorStoreResources.Find(call, storeId);
        OpenAiFile file = Find(store, fileId);
        file.AttributesJson = ReadAttributes(call.ReadBody("attributes"));
        return Json(store, file);
    }

    public static JsonObject Detach(OpenAiCall call, string storeId, string fileId)
    {
        OpenAiVectorStore store = VectorStoreResources.Find(call, storeId);
        store.RemoveFile(Find(store, fileId).Id);
        return new() { ["id"] = fileId, ["object"] = "vector_store.file.deleted", ["deleted"] = true };
    }

    /// <summary>The text chunk by chunk; a further page is asked for with <c>page</c>, as the organization's lists have it: the description names the token and no parameter.</summary>
    public static JsonObject Content(OpenAiCall call, string storeId, string fileId)
    {
        OpenAiVectorStore store = VectorStoreResources.Find(call, storeId);
        IReadOnlyList<string> chunks = StoreSearch.Cut(Find(store, fileId).Text, store.ChunkTokens);
        int start = PageToken.Read(call);
        int next = start + ChunksPerPage;
        return new()
        {
            ["object"] = "vector_store.file_content.page",
            ["data"] = new JsonArray([.. chunks.Skip(start).Take(ChunksPerPage).Select(c => new JsonObject { ["type"] = "text", ["text"] = c })]),
            ["has_more"] = next < chunks.Count,
            ["next_page"] = next < chunks.Count ? PageToken.Make(next) : null,
        };
    }

    private static OpenAiFile Find(OpenAiVectorStore store, string fileId) =>
        store.Files.FirstOrDefault(f => f.Id == fileId) ?? throw OpenAiError.NotFound($"No file found in vector store '{store.Id}' with id", fileId);

    private static JsonObject ReadAttributes(RequestBody body)
    {
        JsonObject attributes = body.Copy("attributes") as JsonObject ?? [];
        return Attributes.Wrong(attributes) is { } wrong ? throw new OpenAiError(400, wrong, "attributes", "invalid_value") : attributes;
    }

    private static JsonObject Json(OpenAiVectorStore store, OpenAiFile file) => new()
    {
        ["id"] = file.Id,
        ["object"] = "vector_store.file",
        ["usage_bytes"] = Encoding.UTF8.GetByteCount(file.Text),
        ["created_at"] = file.Created.ToUnixTimeSeconds(),
        ["vector_store_id"] = store.Id,
        ["status"] = "completed",
        ["last_error"] = null,
        ["chunking_strategy"] = new JsonObject
        {
            ["type"] = "static",
            ["static"] = new JsonObject { ["max_chunk_size_tokens"] = store.ChunkTokens, ["chunk_overlap_tokens"] = 0 },
        },
        ["attributes"] = file.AttributesJson,
    };
}
