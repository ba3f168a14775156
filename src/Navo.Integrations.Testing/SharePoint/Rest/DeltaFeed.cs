using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>
/// Plays a feed of changes: the latest state of each entry, in the order of the last changes. What changes while a run goes on belongs to the next run.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/driveitem-delta"/>.</remarks>
internal static class DeltaFeed
{
    private const string TokenName = "token";
    private const string PageName = "$skiptoken";
    private const int DefaultSize = 200;

    public static GraphAnswer Answer(GraphCall call, IEnumerable<DeltaEntry> entries)
    {
        string? given = call.Query(PageName) ?? call.Query(TokenName);
        DeltaToken start = new(call.Server.DeltaGeneration, 0, call.Tenant.Changes, 0, IsEmpty: false);
        if (given == "latest")
        {
            return GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray(), ["@odata.deltaLink"] = call.LinkWith(TokenName, start.Next.ToString(), PageName) });
        }

        if (DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset from))
        {
            DeltaEntry[] all = [.. entries];
            long before = all.Where(entry => entry.When <= from).Select(entry => entry.Change).DefaultIfEmpty(0).Max();
            return Page(call, all.Where(entry => entry.When > from || entry.Change > before), start with { Since = before });
        }

        return Page(call, entries, given is null ? start : Resumed(call, given));
    }

    private static DeltaToken Resumed(GraphCall call, string text)
    {
        DeltaToken token = DeltaToken.Parse(text);
        if (token.Generation == call.Server.DeltaGeneration)
        {
            return token.Until == 0 ? token with { Until = call.Tenant.Changes } : token;
        }

        throw new GraphError(410, "resyncChangesApplyDifferences", "The delta token is no longer valid, and the application must reset the sync state.")
        {
            Headers = new() { ["Location"] = $"{call.Server.GraphUrl}{call.Request.Path}" },
        };
    }

    private static GraphAnswer Page(GraphCall call, IEnumerable<DeltaEntry> entries, DeltaToken token)
    {
        GraphQuirks quirks = call.Server.Quirks;
        DeltaEntry[] left = [.. entries.Where(entry => entry.Change > token.After && entry.Change <= token.Until && !(entry.IsDeleted && token.Since == 0)).OrderBy(entry => entry.Change)];
        DeltaEntry[] page = token.IsEmpty ? [] : [.. left.Take(Paging.SizeOf(call, DefaultSize))];
        bool repeats = quirks.RepeatsItemsAcrossPages && page.Length > 1 && page.Length < left.Length;
        JsonNode[] value = [.. page.Select(entry => entry.Json(token.Since))];
        long after = repeats ? page[^2].Change : page.Length > 0 ? page[^1].Change : token.After;
        if (repeats)
        {
            MakeOlder(value[^1]);
        }

        JsonObject answer = new() { ["value"] = new JsonArray(value) };
        if (quirks.NextLinkPointsToItself)
        {
            answer["@odata.nextLink"] = call.LinkWith(PageName, token.ToString(), TokenName);
        }
        else if (page.Length < left.Length)
        {
            answer["@odata.nextLink"] = call.LinkWith(PageName, (token with { After = after, IsEmpty = quirks.EmptyPagesWithNextLink && !token.IsEmpty }).ToString(), TokenName);
        }
        else
        {
            answer["@odata.deltaLink"] = call.LinkWith(TokenName, token.Next.ToString(), PageName);
        }

        return GraphAnswer.Ok(answer);
    }

    /// <summary>An entry that comes again shows an earlier state first; the last one counts.</summary>
    private static void MakeOlder(JsonNode entry)
    {
        (JsonNode? of, string member) = entry["fields"] is { } fields ? (fields, "Title") : (entry, "name");
        if (of[member] is { } name)
        {
            of[member] = $"Formerly {name.GetValue<string>()}";
        }
    }
}
