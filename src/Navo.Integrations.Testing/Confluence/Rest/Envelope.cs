using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>The lists around results, with the links that lead to the next page.</summary>
internal static class Envelope
{
    /// <summary>A v1 or Data Center list paged by offset.</summary>
    public static JsonObject Offset<T>(SimulatedCall call, PageSlice<T> page, IEnumerable<JsonObject> results, int total)
    {
        var links = Links(call);
        if (page.Next is { } next)
        {
            links["next"] = $"{LocalPath(call)}?{Joined(call, "start", "limit")}start={next}&limit={page.Limit}";
        }

        return new JsonObject
        {
            ["results"] = new JsonArray([.. results]),
            ["start"] = page.Start,
            ["limit"] = page.Limit,
            ["size"] = page.Items.Count,
            ["totalSize"] = total,
            ["_links"] = links,
        };
    }

    /// <summary>A Data Center list paged by cursor.</summary>
    public static JsonObject Scan(SimulatedCall call, JsonObject[] results, int limit, string? next)
    {
        var links = Links(call);
        var body = new JsonObject { ["results"] = new JsonArray([.. results]), ["limit"] = limit, ["size"] = results.Length, ["_links"] = links };
        if (next is not null)
        {
            body["nextCursor"] = next;
            links["next"] = $"{LocalPath(call)}?{Joined(call, "cursor")}cursor={Uri.EscapeDataString(next)}";
        }

        return body;
    }

    /// <summary>A Cloud v1 search list paged by cursor. The link is relative to <c>_links.base</c>, so it names no /wiki.</summary>
    public static JsonObject Search<T>(SimulatedCall call, PageSlice<T> page, IEnumerable<JsonObject> results)
    {
        var links = Links(call);
        if (page.Next is { } next)
        {
            var query = $"{Joined(call, "cursor", "next", "start")}next=true&cursor={Paging.Encode(next)}";
            links["next"] = $"{LocalPath(call)}?{query}";
        }

        return new JsonObject
        {
            ["results"] = new JsonArray([.. results]),
            ["start"] = page.Start,
            ["limit"] = page.Limit,
            ["size"] = page.Items.Count,
            ["_links"] = links,
        };
    }

    /// <summary>A v2 list: the next page is in the body and in the Link header.</summary>
    public static Answer V2<T>(SimulatedCall call, PageSlice<T> page, Func<T, JsonObject> render)
    {
        var links = new JsonObject { ["base"] = call.Simulator.LinkBase };
        var body = new JsonObject { ["results"] = new JsonArray([.. page.Items.Select(render)]), ["_links"] = links };
        if (page.Next is not { } next)
        {
            return Answer.Ok(body);
        }

        var target = $"{SimulatorContext.CloudContextPath}{LocalPath(call)}?{Joined(call, "cursor")}cursor={Paging.Encode(next)}";
        links["next"] = target;
        return Answer.Ok(body) with { Headers = [new("Link", $"<{target}>; rel=\"next\"")] };
    }

    private static JsonObject Links(SimulatedCall call) => new()
    {
        ["base"] = call.Simulator.LinkBase,
        ["context"] = call.Simulator.ContextPath,
        ["self"] = call.Simulator.LinkBase + LocalPath(call),
    };

    private static string Joined(SimulatedCall call, params string[] without) =>
        call.QueryWithout(without) is { Length: > 0 } query ? query + "&" : "";

    /// <summary>The path after the context path, without the gateway's part.</summary>
    private static string LocalPath(SimulatedCall call)
    {
        var context = call.Simulator.ContextPath;
        return call.Path[(call.Path.IndexOf(context + "/", StringComparison.Ordinal) + context.Length)..];
    }
}
