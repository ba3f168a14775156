using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Console;

/// <summary>What came of a search of all sources and of a question to them, for people and for machines.</summary>
internal static class KnowledgeReports
{
    public static JsonObject Of(FederatedPage page, AccessContext reader) => new()
    {
        ["reader"] = reader.Key,
        ["complete"] = page.IsComplete,
        ["total"] = new JsonObject { ["kind"] = JsonReports.Word(page.Total.Kind), ["value"] = page.Total.Value },
        ["hits"] = new JsonArray([.. page.Hits.Select(Of)]),
        ["sources"] = Of(page.Reports),
        ["continuation"] = page.Continuation,
    };

    public static void Write(TextReport report, FederatedPage page, AccessContext reader)
    {
        report.Listing(new(["Title", "Source", "Modified", "Id", "Also at"], [.. page.Hits.Select(Row)]));
        report.Line($"As {reader.Key}: {page.Hits.Count} hits{(page.Continuation is null ? string.Empty : "; more follow")}{(page.IsComplete ? string.Empty : "; NOT ALL SOURCES ANSWERED IN FULL")}");
        Write(report, page.Reports);
    }

    public static JsonObject Of(KnowledgeAnswer answer) => new()
    {
        ["text"] = answer.Text,
        ["outcome"] = JsonReports.Word(answer.Outcome),
        ["extractive_reason"] = JsonReports.Word(answer.ExtractiveReason),
        ["complete"] = answer.IsComplete,
        ["dropped_sentences"] = answer.DroppedSentences,
        ["citations"] = new JsonArray([.. answer.Citations.Select(Of)]),
        ["notices"] = new JsonArray([.. answer.Notices.Select(n => new JsonObject { ["kind"] = JsonReports.Word(n.Kind), ["message"] = n.Message })]),
        ["sources"] = Of(answer.Reports),
        ["cost"] = answer.Cost,
    };

    /// <summary>What follows an answer's text: each cited source by its number, what is to be known of them, and what is missing.</summary>
    public static void WriteCitations(TextReport report, KnowledgeAnswer answer)
    {
        foreach (Citation citation in answer.Citations)
        {
            string place = string.Join(" › ", [citation.Title, .. citation.HeadingPath.Where(h => h != citation.Title), .. citation.Location is { } location ? [location] : Array.Empty<string>()]);
            report.Line($"[{citation.Number}] {place} ({citation.Source}, version {citation.Version}, {Day(citation.Modified)}) {citation.Address?.AbsoluteUri}");
            foreach (CitedQuote quote in citation.Quotes.DistinctBy(q => q.Text))
            {
                report.Line($"    \"{quote.Text}\"");
            }
        }

        foreach (AnswerNotice notice in answer.Notices)
        {
            report.Line($"{notice.Kind}: {notice.Message}");
        }

        string whence = answer.Outcome switch
        {
            AnswerOutcome.Extractive => $"sentences of the sources, no model's ({answer.ExtractiveReason})",
            AnswerOutcome.Answered => "answered by the model, each sentence found in what it cites",
            _ => "no answer",
        };
        report.Line($"{whence}{(answer.DroppedSentences > 0 ? $"; {answer.DroppedSentences} unsupported sentences dropped" : string.Empty)}{(answer.IsComplete ? string.Empty : "; NOT WHOLE")}");
        if (answer.Reports.Any(source => !source.IsComplete))
        {
            Write(report, answer.Reports);
        }
    }

    private static void Write(TextReport report, IEnumerable<SourceReport> reports) => report.Listing(new(
        ["Source", "State", "Hits", "Left out", "Detail"],
        [.. reports.Select(r => new[] { r.Source.ToString(), r.Status.ToString(), r.HitCount.ToString(CultureInfo.InvariantCulture), string.Join(", ", r.Omitted.Select(o => $"{o.Count} {o.Reason}")), r.Error?.Message ?? r.Detail })]));

    private static JsonArray Of(IEnumerable<SourceReport> reports) => new([.. reports.Select(r => new JsonObject
    {
        ["source"] = r.Source.ToString(),
        ["status"] = JsonReports.Word(r.Status),
        ["hits"] = r.HitCount,
        ["omitted"] = new JsonArray([.. r.Omitted.Select(o => new JsonObject { ["reason"] = JsonReports.Word(o.Reason), ["count"] = o.Count })]),
        ["detail"] = r.Error?.Message ?? r.Detail,
        ["age_seconds"] = r.Age.TotalSeconds,
    })]);

    private static JsonObject Of(FederatedHit hit)
    {
        JsonObject json = JsonReports.Of(hit.Hit);
        json["source"] = hit.Hit.Source.ToString();
        json["score"] = hit.Score;
        json["also_at"] = new JsonArray([.. hit.Alternatives.Select(a => new JsonObject { ["source"] = a.Source.ToString(), ["id"] = a.Id.Value, ["url"] = a.WebAddress?.AbsoluteUri })]);
        return json;
    }

    private static JsonObject Of(Citation citation) => new()
    {
        ["number"] = citation.Number,
        ["source"] = citation.Source.ToString(),
        ["id"] = citation.Id.Value,
        ["title"] = citation.Title,
        ["heading_path"] = JsonReports.List(citation.HeadingPath),
        ["location"] = citation.Location,
        ["version"] = citation.Version,
        ["modified"] = citation.Modified,
        ["url"] = citation.Address?.AbsoluteUri,
        ["quotes"] = new JsonArray([.. citation.Quotes.Select(q => new JsonObject { ["text"] = q.Text, ["start"] = q.Start, ["length"] = q.Length, ["sentence"] = q.Sentence })]),
    };

    private static string?[] Row(FederatedHit hit) =>
        [hit.Hit.Title, hit.Hit.Source.ToString(), Day(hit.Hit.Modified), hit.Hit.Id.Value, string.Join(", ", hit.Alternatives.Select(a => $"{a.Source} {a.Id}"))];

    private static string? Day(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
