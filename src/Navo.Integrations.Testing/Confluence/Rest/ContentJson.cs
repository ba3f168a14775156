using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>A content in v1 and Data Center form, with what <c>expand</c> asks for.</summary>
internal static class ContentJson
{
    public static HashSet<string> Expansions(SimulatedCall call) => call.QueryList("expand").ToHashSet(StringComparer.Ordinal);

    public static JsonObject Of(SimulatedCall call, SimulatedContent content, IReadOnlySet<string> expand)
    {
        var id = ContentNames.IdOf(content);
        var json = new JsonObject
        {
            ["id"] = id,
            ["type"] = ContentNames.TypeOf(content),
            ["status"] = content.Status,
            ["title"] = content.Title,
        };
        AddExpansions(json, call, content, expand);
        if (content.File is { } file)
        {
            json["extensions"] = Extensions(content, file);
        }
        else if (content.Type is SimulatedContentType.Comment)
        {
            json["extensions"] = Extensions(content, expand);
        }

        json["_links"] = Links(call, content, id);
        json["_expandable"] = new JsonObject
        {
            ["restrictions"] = $"/rest/api/content/{id}/restriction/byOperation",
            ["body"] = "",
            ["history"] = $"/rest/api/content/{id}/history",
        };
        return json;
    }

    private static void AddExpansions(JsonObject json, SimulatedCall call, SimulatedContent content, IReadOnlySet<string> expand)
    {
        if (Wants(expand, "space"))
        {
            json["space"] = SpaceJson.Of(call, call.SpaceOf(content));
        }

        if (Wants(expand, "version"))
        {
            json["version"] = Version(call, content.Latest);
        }

        if (Wants(expand, "history"))
        {
            json["history"] = History(call, content);
        }

        if (Wants(expand, "ancestors"))
        {
            // The tree is of pages, that of comments of comments: what hangs on a page names it as its container instead.
            json["ancestors"] = new JsonArray([.. call.Access.Ancestors(content).Where(a => IsSameTree(content, a)).Select(a => Of(call, a, Nothing))]);
        }

        if (Wants(expand, "container") && !content.IsNode && call.Access.Ancestors(content).LastOrDefault(a => a.Type is not SimulatedContentType.Comment) is { } container)
        {
            json["container"] = Of(call, container, Nothing);
        }

        if (expand.Contains("metadata.labels"))
        {
            json["metadata"] = new JsonObject { ["labels"] = LabelJson.List(content) };
        }

        if (expand.Where(e => e.StartsWith("body.", StringComparison.Ordinal)).ToList() is { Count: > 0 } bodies)
        {
            json["body"] = new JsonObject(bodies.Select(b => b["body.".Length..]).Distinct(StringComparer.Ordinal)
                .Select(b => KeyValuePair.Create(b, (JsonNode?)Body(content, b))));
        }
    }

    private static HashSet<string> Nothing => [];

    private static bool IsSameTree(SimulatedContent content, SimulatedContent above) =>
        (content.IsNode && above.IsNode) || (content.Type is SimulatedContentType.Comment && above.Type is SimulatedContentType.Comment);

    private static bool Wants(IReadOnlySet<string> expand, string name) =>
        expand.Any(e => e == name || e.StartsWith(name + ".", StringComparison.Ordinal));

    private static JsonObject Body(SimulatedContent content, string representation) => new()
    {
        ["value"] = representation is "storage" ? content.Latest.Storage : BodyRendering.View(content.Latest),
        ["representation"] = representation,
        ["_expandable"] = new JsonObject { ["content"] = $"/rest/api/content/{content.Id}" },
    };

    public static JsonObject Version(SimulatedCall call, SimulatedVersion version) => new()
    {
        ["by"] = UserJson.ById(call, version.AuthorId),
        ["when"] = Timestamps.Of(version.When),
        ["message"] = version.Message,
        ["number"] = version.Number,
        ["minorEdit"] = version.IsMinor,
        ["hidden"] = false,
    };

    public static JsonObject History(SimulatedCall call, SimulatedContent content) => new()
    {
        ["latest"] = true,
        ["createdBy"] = UserJson.ById(call, content.Versions[0].AuthorId),
        ["createdDate"] = Timestamps.Of(content.Versions[0].When),
        ["lastUpdated"] = Version(call, content.Latest),
    };

    private static JsonObject Extensions(SimulatedContent content, SimulatedFile file) => new()
    {
        ["mediaType"] = file.MediaType,
        ["fileSize"] = file.Bytes.Length,
        ["comment"] = content.Latest.Message,
    };

    private static JsonObject Extensions(SimulatedContent comment, IReadOnlySet<string> expand)
    {
        var json = new JsonObject { ["location"] = DataCenter.CommentResources.LocationOf(comment) };
        if (comment.Passage is { } passage && Wants(expand, "extensions.inlineProperties"))
        {
            json["inlineProperties"] = new JsonObject { ["originalSelection"] = passage.Text, ["markerRef"] = $"marker-{comment.Id}" };
        }

        if (Wants(expand, "extensions.resolution"))
        {
            json["resolution"] = new JsonObject { ["status"] = comment.Passage?.Resolution ?? "open" };
        }

        return json;
    }

    private static JsonObject Links(SimulatedCall call, SimulatedContent content, string id)
    {
        var links = new JsonObject
        {
            ["webui"] = ContentLinks.WebUi(call, content),
            ["self"] = $"{call.Simulator.LinkBase}/rest/api/content/{id}",
            ["base"] = call.Simulator.LinkBase,
            ["context"] = call.Simulator.ContextPath,
        };
        if (content.File is not null)
        {
            links["download"] = ContentLinks.Download(content);
        }

        return links;
    }
}
