using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Leaves of the entities of an answer what <c>$select</c> and <c>$expand</c> name. Ids, annotations and the mark of what is deleted always stay.</summary>
internal static class Projection
{
    private const string DownloadUrl = "@microsoft.graph.downloadUrl";
    private static readonly string[] Always = ["id", "deleted"];

    public static GraphAnswer Apply(GraphRequest request, GraphAnswer answer)
    {
        if (request.Method == "GET" && answer is { Status: 200, Body: JsonObject body } && request.Query.TryGetValue("$select", out string? select))
        {
            HashSet<string> kept = new([.. Names(select), .. Names(request.Query.GetValueOrDefault("$expand", string.Empty)), .. Always], StringComparer.OrdinalIgnoreCase);
            foreach (JsonObject entity in body["value"] is JsonArray list ? list.OfType<JsonObject>() : [body])
            {
                Reduce(entity, kept);
            }
        }

        return answer;
    }

    private static void Reduce(JsonObject entity, HashSet<string> kept)
    {
        foreach (string name in entity.Select(member => member.Key).ToArray())
        {
            bool stays = name == DownloadUrl ? kept.Contains("content.downloadUrl") || kept.Contains(name) : name.StartsWith('@') || kept.Contains(name);
            if (!stays)
            {
                entity.Remove(name);
            }
        }
    }

    private static IEnumerable<string> Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => name.Split('(')[0]);
}
