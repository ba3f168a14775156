using System.Globalization;
using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Reads the model's answer and refuses all that the schema, or good sense, does not allow.</summary>
internal static class AnalysisReader
{
    private static readonly string[] Dates =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <exception cref="AnalysisViolation">It does not keep the schema.</exception>
    public static QueryAnalysis Read(string json, string query)
    {
        AnalysisDto dto = Parse(json);
        return new()
        {
            Query = query,
            Intent = Name<QueryIntent>(dto.Intent, "$.intent"),
            Entities = [.. Few(dto.Entities, AnalysisLimits.Items, "$.entities").Select(Entity)],
            Keywords = Texts(dto.Keywords, "$.keywords"),
            TimeRange = Range(dto.TimeRange),
            Sources = [.. Texts(dto.Sources, "$.sources").Select(Source).Distinct()],
            Filters = Filters(dto.Filters),
            Language = Language(dto.Language),
            RewrittenQueries = Rewritten(dto.RewrittenQueries),
        };
    }

    private static AnalysisDto Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AnalysisJson.Default.AnalysisDto) ?? throw new AnalysisViolation("$");
        }
        catch (JsonException)
        {
            // The exception's path and message may quote the answer.
            throw new AnalysisViolation("$");
        }
    }

    private static QueryEntity Entity(AnalysisEntityDto? dto) => dto is null
        ? throw new AnalysisViolation("$.entities")
        : new(Text(dto.Text, AnalysisLimits.Text, "$.entities[].text"), Name<QueryEntityKind>(dto.Kind, "$.entities[].kind"));

    private static QueryFilters Filters(AnalysisFiltersDto dto) => new()
    {
        Containers = Texts(dto.Containers, "$.filters.containers"),
        Kinds = [.. Texts(dto.Kinds, "$.filters.kinds").Select(k => Name<ContentKind>(k, "$.filters.kinds")).Distinct()],
        Labels = Texts(dto.Labels, "$.filters.labels"),
        Authors = Texts(dto.Authors, "$.filters.authors"),
    };

    private static QueryTimeRange? Range(AnalysisTimeRangeDto? dto)
    {
        if (dto is null || (dto.From is null && dto.To is null))
        {
            return null;
        }

        QueryTimeRange range = new(Date(dto.From, "$.time_range.from"), Date(dto.To, "$.time_range.to"));
        return range.From >= range.To ? throw new AnalysisViolation("$.time_range") : range;
    }

    private static DateTimeOffset? Date(string? text, string path) => text is null
        ? null
        : DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date)
            ? date
            : throw new AnalysisViolation(path);

    private static string Source(string text) =>
        text.Length <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? text.ToLowerInvariant() : throw new AnalysisViolation("$.sources");

    private static string Language(string text) =>
        text == "und" || (text.Length == 2 && text.All(char.IsAsciiLetterLower)) ? text : throw new AnalysisViolation("$.language");

    private static IReadOnlyList<string> Rewritten(IReadOnlyList<string> texts)
    {
        string[] queries = [.. Few(texts, AnalysisLimits.Rewritten, "$.rewritten_queries").Select(t => Text(t, AnalysisLimits.Query, "$.rewritten_queries")).Distinct()];
        return queries.Length > 0 ? queries : throw new AnalysisViolation("$.rewritten_queries");
    }

    private static string[] Texts(IReadOnlyList<string> texts, string path) =>
        [.. Few(texts, AnalysisLimits.Items, path).Select(t => Text(t, AnalysisLimits.Text, path)).Distinct()];

    private static IReadOnlyList<T> Few<T>(IReadOnlyList<T> items, int most, string path) =>
        items.Count <= most ? items : throw new AnalysisViolation(path);

    private static string Text(string? text, int longest, string path) =>
        text?.Trim() is { Length: > 0 } trimmed && trimmed.Length <= longest ? trimmed : throw new AnalysisViolation(path);

    private static T Name<T>(string name, string path)
        where T : struct, Enum => WireNames<T>.TryRead(name, out T value) ? value : throw new AnalysisViolation(path);
}
