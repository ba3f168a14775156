using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>Lists that are paged by the ids of their entries.</summary>
internal static class Paging
{
    /// <summary>The page that after, before, limit and order of the query ask for.</summary>
    /// <param name="call">The request.</param>
    /// <param name="ascending">All entries, oldest first.</param>
    /// <param name="most">The most on a page.</param>
    /// <param name="byDefault">As many as come when nothing is asked for.</param>
    /// <param name="order">The order when nothing is asked for.</param>
    public static JsonObject Page(OpenAiCall call, IEnumerable<JsonObject> ascending, int most = 100, int byDefault = 20, string order = "desc")
    {
        string asked = call.Query("order") ?? order;
        JsonObject[] all = asked switch
        {
            "asc" => [.. ascending],
            "desc" => [.. ascending.Reverse()],
            _ => throw OpenAiError.InvalidValue("order", asked, "asc", "desc"),
        };
        int limit = call.QueryNumber("limit", byDefault, most);
        int start = call.Query("after") is { } after ? Place(all, "after", after) + 1 : 0;
        int end = call.Query("before") is { } before ? Place(all, "before", before) : all.Length;
        JsonObject[] between = start < end ? all[start..end] : [];
        bool isBackwards = call.Query("after") is null && call.Query("before") is not null;
        JsonObject[] page = [.. isBackwards ? between.TakeLast(limit) : between.Take(limit)];
        return new()
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. page]),
            ["first_id"] = page.FirstOrDefault()?["id"]?.DeepClone(),
            ["last_id"] = page.LastOrDefault()?["id"]?.DeepClone(),
            ["has_more"] = page.Length < between.Length,
        };
    }

    private static int Place(JsonObject[] all, string name, string id) =>
        Array.FindIndex(all, e => e["id"]!.GetValue<string>() == id) is >= 0 and var place ? place
        : throw new OpenAiError(400, $"Invalid '{name}': no entry of this list has the id '{id}'.", name, "invalid_value");
}
