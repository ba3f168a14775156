using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Console;

/// <summary>Answers, analyses, summaries and usage, for people and for machines. A cost that is not known says so and is never zero.</summary>
internal static class EnterpriseGptReports
{
    private const int MostSections = 40;

    /// <summary>Whether an answer came out of a cache, where it costs nothing again.</summary>
    public static bool IsKept(GeneratedResponse answer) => answer.Origin.Kind != ResultOriginKind.Source;

    public static List<string> Lines(GeneratedResponse answer)
    {
        List<string> lines =
        [
            $"model: {answer.Model}{(answer.FallbackReason == ModelFallbackReason.None ? string.Empty : $", in place of {answer.RequestedModel} ({answer.FallbackReason})")}",
            $"tokens: {Tokens(answer.Usage)}{(answer.IsUsageEstimated ? " (counted here)" : string.Empty)}; cost: {Cost(answer.Cost)}{(IsKept(answer) ? ", paid when it was first asked" : string.Empty)}",
            $"time: {Milliseconds(answer.Duration)}{(answer.TimeToFirstToken is { } first ? $", to the first token {Milliseconds(first)}" : string.Empty)}{(answer.PromptVersion is { } prompt ? $"; prompt: {prompt}" : string.Empty)}",
        ];
        if (!answer.IsComplete)
        {
            lines.Add($"not whole: {answer.Outcome}{(answer.Refusal is { } refusal ? $": {refusal}" : string.Empty)}");
        }

        lines.AddRange(answer.Sources.Select(source => $"source: {source.Source}{(source.IsWhole ? string.Empty : Text($", {source.TokensUsed} of {source.TokensTotal} tokens"))}"));
        lines.AddRange(answer.BudgetWarnings.Select(Warning));
        return lines;
    }

    public static JsonObject Of(GeneratedResponse answer) => new()
    {
        ["text"] = answer.Text,
        ["outcome"] = JsonReports.Word(answer.Outcome),
        ["refusal"] = answer.Refusal,
        ["requested_model"] = answer.RequestedModel,
        ["model"] = answer.Model,
        ["fallback_reason"] = JsonReports.Word(answer.FallbackReason),
        ["usage"] = Of(answer.Usage),
        ["usage_estimated"] = answer.IsUsageEstimated,
        ["cost"] = answer.Cost,
        ["duration"] = answer.Duration.TotalMilliseconds,
        ["time_to_first_token"] = answer.TimeToFirstToken?.TotalMilliseconds,
        ["prompt_version"] = answer.PromptVersion,
        ["sources"] = new JsonArray([.. answer.Sources.Select(s => new JsonObject { ["source"] = s.Source, ["tokens_used"] = s.TokensUsed, ["tokens_total"] = s.TokensTotal })]),
        ["budget_warnings"] = Of(answer.BudgetWarnings),
        ["request_id"] = answer.RequestId,
        ["origin"] = JsonReports.Of(answer.Origin),
    };

    public static Listing Parts(QueryAnalysis analysis) => new(
        ["part", "found"],
        [
            ["intent", analysis.Intent.ToString()],
            ["language", analysis.Language],
            ["entities", string.Join(", ", analysis.Entities.Select(e => $"{e.Text} ({e.Kind})"))],
            ["keywords", string.Join(", ", analysis.Keywords)],
            ["time range", analysis.TimeRange is { } range ? $"{Time(range.From) ?? "any"} to {Time(range.To) ?? "any"}" : "any"],
            ["sources", Any(analysis.Sources)],
            ["spaces and sites", Any(analysis.Filters.Containers)],
            ["kinds", Any(analysis.Filters.Kinds.Select(k => k.ToString()))],
            ["labels", Any(analysis.Filters.Labels)],
            ["authors", Any(analysis.Filters.Authors)],
            ["searches", string.Join(" | ", analysis.RewrittenQueries)],
            ["analyzed by", analysis.Origin == QueryAnalysisOrigin.Model ? $"model {analysis.Model}, prompt {analysis.PromptVersion}" : $"fixed rules ({analysis.FallbackReason})"],
            ["tokens", Tokens(analysis.Usage)],
            ["cost", Cost(analysis.Cost)],
        ]);

    public static JsonObject Of(QueryAnalysis analysis) => new()
    {
        ["query"] = analysis.Query,
        ["intent"] = JsonReports.Word(analysis.Intent),
        ["language"] = analysis.Language,
        ["entities"] = new JsonArray([.. analysis.Entities.Select(e => new JsonObject { ["text"] = e.Text, ["kind"] = JsonReports.Word(e.Kind) })]),
        ["keywords"] = JsonReports.List(analysis.Keywords),
        ["time_range"] = analysis.TimeRange is { } range ? new JsonObject { ["from"] = range.From, ["to"] = range.To } : null,
        ["sources"] = JsonReports.List(analysis.Sources),
        ["filters"] = new JsonObject
        {
            ["containers"] = JsonReports.List(analysis.Filters.Containers),
            ["kinds"] = JsonReports.List(analysis.Filters.Kinds.Select(JsonReports.Word)),
            ["labels"] = JsonReports.List(analysis.Filters.Labels),
            ["authors"] = JsonReports.List(analysis.Filters.Authors),
        },
        ["rewritten_queries"] = JsonReports.List(analysis.RewrittenQueries),
        ["origin"] = JsonReports.Word(analysis.Origin),
        ["fallback_reason"] = analysis.FallbackReason,
        ["model"] = analysis.Model,
        ["prompt_version"] = analysis.PromptVersion,
        ["usage"] = Of(analysis.Usage),
        ["cost"] = analysis.Cost,
    };

    public static void Write(TextReport report, ContentSummary summary)
    {
        report.Lines(summary.Text);
        report.Listing(new(
            ["section", "tokens", "read", "gap"],
            [.. summary.Coverage.Sections.Take(MostSections).Select(s => new[] { Section(s), Number(s.TotalTokens), Number(s.ReadTokens), s.IsRead ? string.Empty : s.Gap.ToString() })]));
        if (summary.Coverage.Sections.Count > MostSections)
        {
            report.Line(Text($"{summary.Coverage.Sections.Count - MostSections} more sections; --json has them all."));
        }

        report.Line(Coverage(summary));
        report.Line($"models: {string.Join(", ", summary.Models)}; tokens: {Tokens(summary.Usage)}; cost: {Cost(summary.Cost)}");
        foreach (BudgetWarning warning in summary.BudgetWarnings)
        {
            report.Line(Warning(warning));
        }
    }

    public static string Coverage(ContentSummary summary) => Text(
        $"{(summary.IsComplete ? "whole" : $"not whole: {summary.Outcome}")}; {summary.Coverage.ReadTokens} of {summary.Coverage.TotalTokens} tokens read in {summary.Coverage.Calls} calls");

    public static JsonObject Of(ContentSummary summary) => new()
    {
        ["text"] = summary.Text,
        ["outcome"] = JsonReports.Word(summary.Outcome),
        ["coverage"] = new JsonObject
        {
            ["total_tokens"] = summary.Coverage.TotalTokens,
            ["read_tokens"] = summary.Coverage.ReadTokens,
            ["calls"] = summary.Coverage.Calls,
            ["sections"] = new JsonArray([.. summary.Coverage.Sections.Select(s => new JsonObject
            {
                ["heading_path"] = JsonReports.List(s.HeadingPath), ["total_tokens"] = s.TotalTokens, ["read_tokens"] = s.ReadTokens, ["gap"] = JsonReports.Word(s.Gap),
            })]),
        },
        ["models"] = JsonReports.List(summary.Models),
        ["prompt_versions"] = JsonReports.List(summary.PromptVersions),
        ["usage"] = Of(summary.Usage),
        ["cost"] = summary.Cost,
        ["budget_warnings"] = Of(summary.BudgetWarnings),
        ["origin"] = JsonReports.Of(summary.Origin),
    };

    public static void Write(TextReport report, UsageStats stats, bool isKept)
    {
        report.Listing(Rows(stats));
        report.Line(Text($"{stats.From:yyyy-MM-dd} to {stats.To:yyyy-MM-dd}: {stats.Total.Requests} requests, {stats.Total.CachedAnswers} answers out of the cache, {Tokens(stats.Total.Tokens)} tokens, {Cost(stats.Total)}; prices as of {stats.PricesAsOf:yyyy-MM-dd}"));
        if (!isKept)
        {
            report.Line($"Counted for this run only; name a file in {ConsoleSession.LedgerVariable} to keep the count.");
        }

        if (stats.Budgets.Count > 0)
        {
            report.Heading("Budgets of this month");
            report.Listing(Budgets(stats));
        }

        if (stats.OrganizationUsage is not null)
        {
            report.Heading("The organization, as OpenAI counts it");
            report.Listing(OrganizationUsage(stats));
            report.Listing(OrganizationCosts(stats));
        }
        else
        {
            report.Line(stats.OrganizationFailure is { } failure
                ? $"The organization's own figures could not be read: {failure.Message}"
                : "The organization's own figures need an administration key (AdminApiKey).");
        }
    }

    public static JsonObject Of(UsageStats stats) => new()
    {
        ["from"] = Day(stats.From),
        ["to"] = Day(stats.To),
        ["prices_as_of"] = Day(stats.PricesAsOf),
        ["rows"] = new JsonArray([.. stats.Rows.Select(row => Of(row.Figures, row.Day, row.Model))]),
        ["total"] = Of(stats.Total),
        ["budgets"] = Budgets(stats).ToJson(),
        ["organization_usage"] = stats.OrganizationUsage is null ? null : OrganizationUsage(stats).ToJson(),
        ["organization_costs"] = stats.OrganizationCosts is null ? null : OrganizationCosts(stats).ToJson(),
    };

    private static JsonObject Of(UsageFigures figures, DateOnly? day = null, string? model = null) => new()
    {
        ["day"] = day is { } known ? Day(known) : null,
        ["model"] = model,
        ["requests"] = figures.Requests,
        ["failed_requests"] = figures.FailedRequests,
        ["cached_answers"] = figures.CachedAnswers,
        ["usage"] = Of(figures.Tokens),
        ["cost"] = figures.Cost,
        ["requests_of_unknown_cost"] = figures.RequestsOfUnknownCost,
        ["average_latency"] = figures.AverageLatency.TotalMilliseconds,
    };

    private static JsonObject Of(TokenUsage usage) => new()
    {
        ["input"] = usage.Input, ["cached_input"] = usage.CachedInput, ["cache_write"] = usage.CacheWrite, ["output"] = usage.Output, ["reasoning"] = usage.Reasoning,
    };

    private static JsonArray Of(IEnumerable<BudgetWarning> warnings) =>
        new([.. warnings.Select(w => new JsonObject { ["scope"] = JsonReports.Word(w.Scope), ["spent"] = w.Spent, ["limit"] = w.Limit })]);

    private static Listing Rows(UsageStats stats) => new(
        ["day", "model", "requests", "failed", "cached answers", "tokens", "cost"],
        [.. stats.Rows.Select(r => new[] { Day(r.Day), r.Model, Number(r.Figures.Requests), Number(r.Figures.FailedRequests), Number(r.Figures.CachedAnswers), Tokens(r.Figures.Tokens), Cost(r.Figures) })]);

    private static Listing Budgets(UsageStats stats) => new(
        ["scope", "subject", "spent", "reserved", "limit", "left", "resets"],
        [.. stats.Budgets.Select(b => new[] { b.Scope.ToString(), b.Subject, Cost(b.Spent), Cost(b.Reserved), Cost(b.Limit), Cost(b.Remaining), Time(b.ResetsAt) })]);

    private static Listing OrganizationUsage(UsageStats stats) => new(
        ["day", "model", "project", "requests", "tokens"],
        [.. (stats.OrganizationUsage ?? []).Select(u => new[] { Day(u.Day), u.Model, u.ProjectId, Number(u.Requests), Tokens(u.Tokens) })]);

    private static Listing OrganizationCosts(UsageStats stats) => new(
        ["day", "for", "project", "amount"],
        [.. (stats.OrganizationCosts ?? []).Select(c => new[] { Day(c.Day), c.LineItem, c.ProjectId, Text($"{c.Amount:0.######} {c.Currency.ToUpperInvariant()}") })]);

    private static string Section(SectionCoverage section) => section.HeadingPath.Count == 0 ? "(before the first heading)" : string.Join(" / ", section.HeadingPath);

    private static string Warning(BudgetWarning warning) => $"budget of the {warning.Scope.ToString().ToLowerInvariant()}: {Cost(warning.Spent)} of {Cost(warning.Limit)} is spent or reserved";

    private static string Tokens(TokenUsage usage) => Text($"{usage.Input} in ({usage.CachedShare:P0} cached), {usage.Output} out{(usage.Reasoning > 0 ? $" ({usage.Reasoning} of them hidden)" : string.Empty)}");

    private static string Cost(decimal? cost) => cost is { } known ? Text($"{known:0.######} USD") : "unknown";

    private static string Cost(UsageFigures figures) => figures.IsCostKnown ? Cost((decimal?)figures.Cost) : $"{Cost((decimal?)figures.Cost)} and {Number(figures.RequestsOfUnknownCost)} requests of unknown cost";

    private static string Any(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } all ? all : "any";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => Text($"{time.TotalMilliseconds:0} ms");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
