using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>How items are used: figures that follow from their versions.</summary>
internal static class AnalyticsResources
{
    public static GraphAnswer Of(GraphCall call, string drive, string id, string span)
    {
        GraphItem item = call.Item(drive, id);
        DateTimeOffset now = call.Tenant.TimeProvider.GetUtcNow();
        return span switch
        {
            "allTime" => GraphAnswer.Ok(Stat(item.Versions, null, now)),
            "lastSevenDays" => GraphAnswer.Ok(Stat(item.Versions.Where(version => version.Saved > now.AddDays(-7)), now.AddDays(-7), now)),
            _ => throw GraphError.NotFound(),
        };
    }

    public static GraphAnswer Daily(GraphCall call, string drive, string id)
    {
        GraphItem item = call.Item(drive, id);
        return call.Page(item.Versions.GroupBy(version => version.Saved.UtcDateTime.Date).OrderBy(day => day.Key).Select(day => (JsonNode)Stat(day, day.Key, day.Key.AddDays(1))));
    }

    private static JsonObject Stat(IEnumerable<GraphVersion> versions, DateTimeOffset? from, DateTimeOffset to)
    {
        GraphVersion[] edits = [.. versions];
        int people = edits.Select(edit => edit.AuthorId).Distinct().Count();
        JsonObject stat = new()
        {
            ["endDateTime"] = GraphJsonWriter.Time(to),
            ["access"] = new JsonObject { ["actionCount"] = edits.Length * 3, ["actorCount"] = people },
            ["edit"] = new JsonObject { ["actionCount"] = edits.Length, ["actorCount"] = people },
        };
        if (from is { } start)
        {
            stat["startDateTime"] = GraphJsonWriter.Time(start);
        }

        return stat;
    }
}
