using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>
/// Direct restrictions of a content and, in Data Center, all that bear on viewing it. The specification leaves the shape of
/// <c>relevantViewRestrictions</c> open; clients of real servers read
/// <c>viewContentRestrictions.results[].restrictions.{user,group}.results</c>, one entry for each restricted content, and so it is here.
/// </summary>
internal static class RestrictionResources
{
    private static readonly string[] Operations = ["read", "update"];

    public static void Map(RouteMap map, bool cloud)
    {
        map.Get("/content/{id}/restriction/byOperation", ByOperation);
        map.Get("/content/{id}/restriction/byOperation/{operation}", OfOperation);
        if (!cloud)
        {
            map.Get("/content/{id}/restriction/relevantViewRestrictions", Relevant);
        }
    }

    private static Answer ByOperation(SimulatedCall call)
    {
        var content = call.Content();
        var body = new JsonObject(Operations.Select(o => KeyValuePair.Create(o, (JsonNode?)Of(call, content, o))));
        body["_links"] = new JsonObject { ["base"] = call.Simulator.LinkBase, ["context"] = call.Simulator.ContextPath };
        return Answer.Ok(body);
    }

    private static Answer OfOperation(SimulatedCall call)
    {
        var operation = call.Route("operation");
        return Operations.Contains(operation, StringComparer.Ordinal)
            ? Answer.Ok(Of(call, call.Content(), operation))
            : throw ApiErrorException.BadRequest("The operation must be read or update");
    }

    private static Answer Relevant(SimulatedCall call)
    {
        var content = call.Content();
        var restricted = call.Access.Ancestors(content).Append(content).Where(c => c.ReadRestriction is not null).ToList();
        var entries = restricted.Select(c =>
        {
            var entry = Of(call, c, "read");
            entry["content"] = ContentJson.Of(call, c, new HashSet<string>(StringComparer.Ordinal));
            return entry;
        });
        return Answer.Ok(new JsonObject
        {
            ["viewContentRestrictions"] = new JsonObject
            {
                ["results"] = new JsonArray([.. entries]),
                ["start"] = 0,
                ["limit"] = 50,
                ["size"] = restricted.Count,
            },
            ["_links"] = new JsonObject { ["base"] = call.Simulator.LinkBase, ["context"] = call.Simulator.ContextPath },
        });
    }

    private static JsonObject Of(SimulatedCall call, SimulatedContent content, string operation)
    {
        var restriction = operation is "read" ? content.ReadRestriction : null;
        var users = restriction?.UserIds.Select(id => UserJson.ById(call, id)) ?? [];
        var groups = restriction?.GroupIds.Where(call.State.Groups.ContainsKey).Select(id => UserJson.Of(call, call.State.Groups[id])) ?? [];
        return new JsonObject
        {
            ["operation"] = operation,
            ["restrictions"] = new JsonObject { ["user"] = List(call, [.. users]), ["group"] = List(call, [.. groups]) },
            ["_expandable"] = new JsonObject { ["content"] = $"/rest/api/content/{content.Id}" },
            ["_links"] = new JsonObject
            {
                ["self"] = $"{call.Simulator.LinkBase}/rest/api/content/{content.Id}/restriction/byOperation/{operation}",
            },
        };
    }

    /// <summary>A nested list, paged by the request's own start and limit; it carries no link.</summary>
    private static JsonObject List(SimulatedCall call, JsonNode[] all)
    {
        int start = Number(call, "start", 0);
        int limit = Math.Clamp(Number(call, "limit", 100), 1, 200);
        JsonNode[] page = [.. all.Skip(start).Take(limit)];
        return new()
        {
            ["results"] = new JsonArray(page),
            ["start"] = start,
            ["limit"] = limit,
            ["size"] = page.Length,
        };
    }

    private static int Number(SimulatedCall call, string name, int otherwise) =>
        int.TryParse(call.Query(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
