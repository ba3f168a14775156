using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;

namespace Navo.Console;

/// <summary>Answers as JSON with snake-case members.</summary>
internal static class JsonReports
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Default };

    public static string Write(JsonNode node) => node.ToJsonString(Layout);

    public static JsonObject Of(SearchPage page, AccessContext reader) => new()
    {
        ["reader"] = reader.Key,
        ["total"] = new JsonObject { ["kind"] = Word(page.Total.Kind), ["value"] = page.Total.Value },
        ["hits"] = new JsonArray([.. page.Hits.Select(Of)]),
        ["omitted"] = new JsonArray([.. page.Omitted.Where(_ => reader.IsService).Select(o => new JsonObject { ["reason"] = Word(o.Reason), ["count"] = o.Count })]),
        ["trimmed"] = page.IsTrimmed && reader.IsService,
        ["continuation"] = page.Continuation,
        ["origin"] = Of(page.Origin),
    };

    public static JsonObject Of(KnowledgeContent content) => new()
    {
        ["metadata"] = Of(content.Metadata),
        ["markdown"] = content.Markdown,
        ["sections"] = new JsonArray([.. content.Sections.Select(s => new JsonObject
        {
            ["heading_path"] = List(s.HeadingPath), ["level"] = s.Level, ["anchor"] = s.Anchor, ["start"] = s.Start, ["length"] = s.Length,
        })]),
        ["links"] = new JsonArray([.. content.Links.Select(l => new JsonObject { ["kind"] = Word(l.Kind), ["text"] = l.Text, ["target"] = l.Target, ["container"] = l.Container, ["anchor"] = l.Anchor })]),
        ["attachments"] = new JsonArray([.. content.Attachments.Select(a => new JsonObject { ["id"] = a.Id.Value, ["file_name"] = a.FileName, ["media_type"] = a.MediaType, ["size"] = a.Size })]),
        ["losses"] = new JsonArray([.. content.Losses.Select(l => new JsonObject { ["element"] = l.Element, ["detail"] = l.Detail })]),
        ["origin"] = Of(content.Origin),
    };

    public static JsonObject Of(ContentMetadata metadata) => new()
    {
        ["id"] = metadata.Id.Value,
        ["source"] = metadata.Source.ToString(),
        ["title"] = metadata.Title,
        ["kind"] = Word(metadata.Kind),
        ["status"] = Word(metadata.Status),
        ["container"] = new JsonObject { ["key"] = metadata.Container.Key, ["name"] = metadata.Container.Name },
        ["author"] = metadata.Author?.DisplayName ?? metadata.Author?.Id?.ToString(),
        ["editor"] = metadata.Editor?.DisplayName ?? metadata.Editor?.Id?.ToString(),
        ["created"] = metadata.Created,
        ["modified"] = metadata.Modified,
        ["version"] = metadata.Version,
        ["labels"] = List(metadata.Labels),
        ["age_days"] = metadata.Freshness?.Age.TotalDays,
        ["outdated"] = metadata.Freshness?.IsOutdated,
        ["ancestors"] = new JsonArray([.. metadata.Ancestors.Select(a => new JsonObject { ["id"] = a.Id.Value, ["title"] = a.Title })]),
        ["url"] = metadata.WebAddress?.AbsoluteUri,
    };

    public static JsonObject Of(PermissionDecision decision) => new()
    {
        ["item"] = decision.Item.Value,
        ["reader"] = decision.Reader.Key,
        ["outcome"] = Word(decision.Outcome),
        ["reason"] = Word(decision.Reason),
        ["detail"] = decision.Detail,
        ["checked_at"] = decision.CheckedAt,
    };

    public static JsonObject Of(IntegrationHealth health) => new()
    {
        ["integration"] = health.Integration.ToString(),
        ["status"] = Word(health.Status),
        ["response_time"] = health.ResponseTime.TotalMilliseconds,
        ["last_check"] = health.LastCheck,
        ["description"] = health.Description,
        ["features"] = new JsonArray([.. health.Features.Select(f => new JsonObject { ["name"] = f.Name, ["status"] = Word(f.Status), ["detail"] = f.Detail, ["remedy"] = f.Remedy })]),
    };

    public static JsonObject Of(IntegrationMetricsSnapshot metrics) => new()
    {
        ["requests_total"] = metrics.RequestsTotal,
        ["requests_successful"] = metrics.RequestsSuccessful,
        ["requests_failed"] = metrics.RequestsFailed,
        ["average_response_time"] = metrics.AverageResponseTime.TotalMilliseconds,
        ["p50"] = metrics.Percentile50.TotalMilliseconds,
        ["p95"] = metrics.Percentile95.TotalMilliseconds,
        ["p99"] = metrics.Percentile99.TotalMilliseconds,
        ["cache_hit_rate"] = metrics.CacheHitRate,
        ["cache_hit_rates"] = new JsonObject
        {
            ["response"] = metrics.CacheHitRates.Response,
            ["content"] = metrics.CacheHitRates.Content,
            ["permission"] = metrics.CacheHitRates.Permission,
            ["metadata"] = metrics.CacheHitRates.Metadata,
        },
        ["error_rate"] = metrics.ErrorRate,
    };

    public static JsonObject Of(ResultOrigin origin) => new() { ["kind"] = Word(origin.Kind), ["age_seconds"] = origin.Age.TotalSeconds };

    public static JsonArray List(IEnumerable<string> items) => new([.. items.Select(i => JsonValue.Create(i))]);

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static JsonObject Of(SearchHit hit) => new()
    {
        ["id"] = hit.Id.Value,
        ["title"] = hit.Title,
        ["kind"] = Word(hit.Kind),
        ["container"] = hit.Container?.Key,
        ["excerpt"] = hit.Excerpt,
        ["modified"] = hit.Modified,
        ["url"] = hit.WebAddress?.AbsoluteUri,
    };
}
