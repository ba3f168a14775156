using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Puts what was used into buckets of time, and pages them.</summary>
internal static class TimeBuckets
{
    private static readonly Dictionary<string, (int Seconds, int ByDefault, int Most)> Widths = new(StringComparer.Ordinal)
    {
        ["1m"] = (60, 60, 1440), ["1h"] = (3600, 24, 168), ["1d"] = (86_400, 7, 31),
    };

    /// <summary>The page of buckets that is asked for.</summary>
    /// <param name="call">The request.</param>
    /// <param name="usage">What was used.</param>
    /// <param name="results">What a bucket tells of what was used in it.</param>
    /// <param name="mostDays">The most buckets of a day, where that is other than with usage.</param>
    public static JsonObject Page(OpenAiCall call, IEnumerable<OpenAiUsage> usage, Func<IReadOnlyList<OpenAiUsage>, IEnumerable<JsonObject>> results, int? mostDays = null)
    {
        long start = call.QueryTime("start_time") ?? throw OpenAiError.Missing("start_time");
        long end = call.QueryTime("end_time") ?? call.Server.Now + 1;
        string width = call.Query("bucket_width") ?? "1d";
        (int seconds, int byDefault, int most) = Widths.TryGetValue(width, out var known) && (mostDays is null || width == "1d")
            ? known
            : throw OpenAiError.InvalidValue("bucket_width", width, mostDays is null ? Widths.Keys : ["1d"]);
        int limit = call.QueryNumber("limit", byDefault, mostDays ?? most);
        OpenAiUsage[] within = [.. usage.Where(u => Second(u) >= start && Second(u) < end)];
        long first = PageToken.ReadLong(call) ?? start / seconds * seconds;
        long next = first + ((long)limit * seconds);
        IEnumerable<long> starts = Enumerable.Range(0, limit).Select(i => first + ((long)i * seconds)).TakeWhile(s => s < end);
        return new()
        {
            ["object"] = "page",
            ["data"] = new JsonArray([.. starts.Select(s => Bucket(s, seconds, results([.. within.Where(u => Second(u) >= s && Second(u) < s + seconds)])))]),
            ["has_more"] = next < end,
            ["next_page"] = next < end ? PageToken.Make(next) : null,
        };
    }

    /// <summary>What the filters of the query let pass.</summary>
    public static IEnumerable<OpenAiUsage> Filtered(OpenAiCall call)
    {
        IReadOnlyList<string> projects = call.QueryList("project_ids");
        IReadOnlyList<string> keys = call.QueryList("api_key_ids");
        IReadOnlyList<string> models = call.QueryList("models");
        return call.Organization.Usage.Where(u =>
            (projects.Count == 0 || projects.Contains(u.Key.ProjectId))
            && (keys.Count == 0 || keys.Contains(u.Key.Id))
            && (models.Count == 0 || models.Contains(u.Model)));
    }

    private static long Second(OpenAiUsage usage) => usage.Time.ToUnixTimeSeconds();

    private static JsonObject Bucket(long start, int seconds, IEnumerable<JsonObject> results) => new()
    {
        ["object"] = "bucket",
        ["start_time"] = start,
        ["end_time"] = start + seconds,
        ["results"] = new JsonArray([.. results]),
    };
}
