using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>
/// Searches a vector store. The description gives the token of a next page and no way to send it; here it is the parameter <c>page</c> of the query, as in the organization's
/// lists, with the same body again.
/// </summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/vector-stores/search"/>.</remarks>
internal static class StoreSearchResource
{
    private const int MostResults = 50;

    private static readonly string[] Rankers = ["none", "auto", "default-2024-11-15"];

    public static JsonObject Search(OpenAiCall call, string storeId)
    {
        OpenAiVectorStore store = VectorStoreResources.Find(call, storeId);
        RequestBody body = call.ReadBody("query", "rewrite_query", "max_num_results", "filters", "ranking_options");
        string[] queries = Queries(body["query"]);
        int limit = body.Integer("max_num_results", 1, MostResults) ?? 10;
        double threshold = Threshold(body.Object("ranking_options"));
        Func<JsonObject, bool> filter = AttributeFilter.Read(body["filters"]);
        Chunk[] found = [.. StoreSearch.Rank(store, queries, f => filter(f.AttributesJson)).Where(c => c.Score >= threshold)];
        int start = PageToken.Read(call);
        int next = start + limit;
        return new()
        {
            ["object"] = "vector_store.search_results.page",
            ["search_query"] = new JsonArray([.. queries.Select(q => (JsonNode)JsonValue.Create(q))]),
            ["data"] = new JsonArray([.. found.Skip(start).Take(limit).Select(Json)]),
            ["has_more"] = next < found.Length,
            ["next_page"] = next < found.Length ? PageToken.Make(next) : null,
        };
    }

    private static string[] Queries(JsonNode? query) => query switch
    {
        null => throw OpenAiError.Missing("query"),
        JsonArray { Count: > 0 } list => [.. list.Select(q => q?.ToString() ?? string.Empty)],
        JsonValue text when text.GetValueKind() == JsonValueKind.String => [text.GetValue<string>()],
        _ => throw OpenAiError.InvalidType("query", "one of a string or array of strings"),
    };

    private static double Threshold(JsonObject? options)
    {
        AttributeFilter.OnlyMembers(options ?? [], ["ranker", "score_threshold"], "ranking_options");
        RequestBody ranking = new(options ?? []);
        return ranking.Text("ranker") is { } ranker && !Rankers.Contains(ranker)
            ? throw OpenAiError.InvalidValue("ranking_options.ranker", ranker, Rankers)
            : ranking.Number("score_threshold", 0, 1) ?? 0;
    }

    private static JsonObject Json(Chunk chunk) => new()
    {
        ["file_id"] = chunk.File.Id,
        ["filename"] = chunk.File.Name,
        ["score"] = chunk.Score,
        ["attributes"] = chunk.File.AttributesJson,
        ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = chunk.Text }),
    };
}
