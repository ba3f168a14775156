using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>How items are used: figures that follow from their versions.</summary>
internal static class AnalyticsResources
{
    public static GraphAnswer Of(GraphCall call, string drive, string id) => GraphAnswer.Ok(new JsonObject
    {
        ["allTime"] = Of(call, drive, id, "allTime").Body,
        ["lastSevenDays"] = Of(call, drive, id, "lastSevenDays").Body,
    });

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

    /// <summary>The figures of each day on which something happened, from the first to the last that the function names.</summary>
    public static GraphAnswer ByInterval(GraphCall call, string drive, string id, string function)
    {
        GraphItem item = call.Item(drive, id);
        (DateTime first, DateTime last) = (Argument(function, "startDateTime").UtcDateTime.Date, Argument(function, "endDateTime").UtcDateTime.Date);
        return call.Page(item.Versions.Where(version => version.Saved.UtcDateTime.Date >= first && version.Saved.UtcDateTime.Date <= last).GroupBy(version => version.Saved.UtcDateTime.Date).OrderBy(day => day.Key).Select(day => (JsonNode)Stat(day, day.Key, day.Key.AddDays(1))));
    }

    private static DateTimeOffset Argument(string function, string name)
    {
        string mark = $"{name}='";
        int start = function.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        int end = start < mark.Length ? -1 : function.IndexOf('\'', start);
        return end > 0 && DateTimeOffset.TryParse(function.AsSpan(start, end - start), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset when)
            ? when
            : throw GraphError.Invalid($"The argument {name} is missing or no time.");
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
