using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;

namespace Navo.Console;

/// <summary>The commands that only Confluence can answer.</summary>
internal static class ConfluenceCommands
{
    public static async Task<(JsonNode Json, Action<TextReport> Text)> ExplainAsync(IAccessExplainer source, ContentId id, AccessContext user, CancellationToken token)
    {
        AccessExplanation explanation = await source.ExplainAsync(id, user, token);
        JsonObject json = JsonReports.Of(explanation.Decision);
        json["for_administrator"] = explanation.ForAdministrator;
        json["for_reader"] = explanation.ForReader;
        json["clauses"] = Clauses(explanation).ToJson();
        return (json, report => Explanation(report, explanation));
    }

    public static void Explanation(TextReport report, AccessExplanation explanation)
    {
        report.Listing(Clauses(explanation));
        report.Line($"For an administrator: {explanation.ForAdministrator}");
        report.Line($"For the reader: {explanation.ForReader}");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> SpacesAsync(IConfluenceClient confluence, CancellationToken token)
    {
        List<ConfluenceSpace> spaces = await ListAsync(confluence.GetSpacesAsync(AccessContext.Service, token));
        return new Listing(["key", "name", "type", "archived"], [.. spaces.Select(s => new[] { s.Key, s.Name, s.Type, s.IsArchived ? "yes" : "no" })])
            .Both($"{spaces.Count} spaces");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> VersionsAsync(IConfluenceClient confluence, ContentId id, AccessContext reader, CancellationToken token)
    {
        List<ContentVersion> versions = await ListAsync(confluence.GetVersionsAsync(id, reader, token));
        return new Listing(
            ["number", "created", "author", "minor", "message"],
            [.. versions.Select(v => new[] { Number(v.Number), Date(v.Created), v.Author?.DisplayName, v.IsMinorEdit ? "yes" : "no", v.Message })])
            .Both($"{versions.Count} versions");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> AttachmentsAsync(IConfluenceClient confluence, ContentId id, AccessContext reader, CancellationToken token)
    {
        List<ContentAttachment> attachments = await ListAsync(confluence.GetAttachmentsAsync(id, reader, token));
        return new Listing(
            ["id", "file name", "media type", "bytes", "version"],
            [.. attachments.Select(a => new[] { a.Id.Value, a.SafeFileName, a.MediaType, a.Size?.ToString(CultureInfo.InvariantCulture), Number(a.Version) })])
            .Both($"{attachments.Count} attachments");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> CommentsAsync(IConfluenceClient confluence, ContentId id, AccessContext reader, CancellationToken token)
    {
        List<ContentComment> comments = await ListAsync(confluence.GetCommentsAsync(id, reader, token));
        return new Listing(
            ["id", "author", "created", "text"],
            [.. comments.Select(c => new[] { c.Id.Value, c.Author?.DisplayName, Date(c.Created), c.PlainText })])
            .Both($"{comments.Count} comments");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> LinksAsync(IConfluenceClient confluence, IReadOnlyCollection<string> links, AccessContext reader, CancellationToken token)
    {
        IReadOnlyList<ResolvedLink> resolved = await confluence.ResolveLinksAsync(links, reader, token);
        return new Listing(
            ["link", "outcome", "id", "title", "space", "note"],
            [.. resolved.Select(r => new[] { r.Link, r.Outcome.ToString(), r.Id?.Value, r.Title, r.SpaceKey, r.Detail ?? r.Error?.Message ?? r.Person?.ToString() ?? r.Anchor })])
            .Both($"{resolved.Count(r => r.Outcome == LinkOutcome.Found)} of {resolved.Count} links lead somewhere the reader may go");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> FreshnessAsync(IConfluenceClient confluence, string space, AccessContext reader, CancellationToken token)
    {
        List<BatchItem<ContentId, PageFreshness>> items = await ListAsync(confluence.TrackContentFreshnessAsync(FreshnessScope.Space(space), reader, cancellationToken: token));
        return Freshness(items).Both(Summary(items));
    }

    public static Listing Freshness(IEnumerable<BatchItem<ContentId, PageFreshness>> items) => new(
        ["id", "title", "last edit", "days", "stale", "owner", "views", "dead links"],
        [.. items.Select(i => i.Value is { } report
            ? new[]
            {
                i.Key.Value, report.Metadata.Title, Date(report.LastEdit), report.Age.TotalDays.ToString("0", CultureInfo.InvariantCulture), report.IsStale ? "yes" : "no",
                report.Owner?.DisplayName, report.Views?.Views?.ToString(CultureInfo.InvariantCulture), Number(report.DeadLinks.Count),
            }
            : [i.Key.Value, i.Error!.Message, null, null, null, null, null, null])]);

    public static string Summary(IReadOnlyCollection<BatchItem<ContentId, PageFreshness>> items)
    {
        FreshnessSummary summary = FreshnessSummary.Of(items.Select(i => i.Value).OfType<PageFreshness>());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Count} pages, {summary.Stale} stale ({summary.StaleShare:P0}), median age {summary.MedianAge.TotalDays:0} days, {summary.WithDeadLinks} with dead links, {items.Count(i => i.Error is not null)} failed");
    }

    public static async Task<(JsonNode Json, Action<TextReport> Text)> ProbeAsync(IConfluenceClient confluence, CancellationToken token)
    {
        ConfluenceProbe probe = await confluence.ProbeAsync(token);
        string summary = probe.ScopesToAskFor.Count == 0 ? "No scope is missing." : $"Ask for the scopes: {string.Join(", ", probe.ScopesToAskFor)}";
        return new Listing(
            ["feature", "outcome", "found", "scopes"],
            [.. probe.Features.Select(f => new[] { f.Name, f.Outcome.ToString(), f.Detail, string.Join(", ", f.Scopes) })])
            .Both(summary);
    }

    private static Listing Clauses(AccessExplanation explanation) => new(
        ["source", "id", "name", "admits", "reader passes"],
        [.. explanation.Verdicts.Select(v => new[]
        {
            v.Clause.Source.ToString(), v.Clause.SourceId, v.Clause.SourceName, string.Join(", ", v.Clause.Principals.Take(5)), v.IsSatisfied ? $"yes, {v.Through[0]}" : "no",
        })]);

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
        {
            all.Add(item);
        }

        return all;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Date(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
