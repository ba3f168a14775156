using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Vector stores.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/vector-stores"/>.</remarks>
internal static class VectorStoreResources
{
    public static JsonObject All(OpenAiCall call) => Paging.Page(call, call.Organization.VectorStores.Select(Json));

    public static JsonObject One(OpenAiCall call, string id) => Json(Find(call, id));

    public static JsonObject Create(OpenAiCall call)
    {
        RequestBody body = call.ReadBody("file_ids", "name", "description", "expires_after", "chunking_strategy", "metadata");
        OpenAiFile[] files = [.. (body["file_ids"] as JsonArray ?? []).Select(f => FileResources.Find(call, f?.ToString() ?? string.Empty))];
        OpenAiVectorStore store = call.Organization.AddVectorStore(call.Server.NextId("vs_", 32), body.Text("name") ?? string.Empty);
        foreach (OpenAiFile file in files)
        {
            store.Attach(file, []);
        }

        return Json(store);
    }

    public static JsonObject Update(OpenAiCall call, string id)
    {
        OpenAiVectorStore store = Find(call, id);
        store.Name = call.ReadBody("name", "expires_after", "metadata").Text("name") ?? store.Name;
        return Json(store);
    }

    public static JsonObject Delete(OpenAiCall call, string id)
    {
        call.Organization.RemoveVectorStore(Find(call, id).Id);
        return new() { ["id"] = id, ["object"] = "vector_store.deleted", ["deleted"] = true };
    }

    public static OpenAiVectorStore Find(OpenAiCall call, string id) => call.Organization.Store(id) ?? throw OpenAiError.NotFound("Vector store with id", id);

    private static JsonObject Json(OpenAiVectorStore store) => new()
    {
        ["id"] = store.Id,
        ["object"] = "vector_store",
        ["created_at"] = store.Created.ToUnixTimeSeconds(),
        ["name"] = store.Name,
        ["usage_bytes"] = store.Files.Sum(f => Encoding.UTF8.GetByteCount(f.Text)),
        ["file_counts"] = new JsonObject { ["in_progress"] = 0, ["completed"] = store.Files.Count, ["failed"] = 0, ["cancelled"] = 0, ["total"] = store.Files.Count },
        ["status"] = "completed",
        ["expires_at"] = null,
        ["last_active_at"] = store.Created.ToUnixTimeSeconds(),
        ["metadata"] = new JsonObject(),
    };
}
