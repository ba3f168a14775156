using System.Globalization;
using Navo.Integrations.Abstractions;
using Spectre.Console;

namespace Navo.Console;

/// <summary>Answers as readable text; with colour where the terminal has it.</summary>
internal sealed class TextReport(TextWriter output)
{
    private readonly IAnsiConsole _console = CreateConsole(output);

    public void Heading(string text)
    {
        _console.WriteLine();
        _console.Write(new Rule($"[bold]{Shown.Markup(text)}[/]").LeftJustified());
    }

    public void Line(string text) => _console.MarkupLine(Shown.Markup(text, maxLength: 2000));

    /// <summary>A text of several lines.</summary>
    public void Lines(string text) => _console.WriteLine(Shown.Plain(text, keepLines: true));

    public void Search(SearchPage page, AccessContext reader)
    {
        Table table = NewTable("Title", "Space", "Modified", "Id");
        foreach (SearchHit hit in page.Hits)
        {
            table.AddRow($"[bold]{Shown.Markup(hit.Title)}[/]\n[grey]{Shown.Markup(hit.Excerpt, 110)}[/]", Shown.Markup(hit.Container?.Key), Date(hit.Modified), Shown.Markup(hit.Id.Value));
        }

        _console.Write(table);
        string total = page.Total.Kind == SearchTotalKind.Unknown ? "total not told" : $"total {page.Total.Value} ({page.Total.Kind.ToString().ToLowerInvariant()})";
        bool isTold = reader.IsService && page.Omitted.Count > 0; // a count would tell a user that something hidden matches
        string omitted = !isTold ? string.Empty : $"; left out: {string.Join(", ", page.Omitted.Select(o => $"{o.Count} {o.Reason}"))}";
        Line($"As {reader.Key}: {page.Hits.Count} hits, {total}{omitted}{(page.Continuation is null ? string.Empty : "; more follow")}{Origin(page.Origin)}");
    }

    public void Content(KnowledgeContent content, int maxLines)
    {
        string[] lines = Shown.Plain(content.Markdown, keepLines: true).Split('\n');
        foreach (string line in lines.Take(maxLines))
        {
            _console.WriteLine(line);
        }

        if (lines.Length > maxLines)
        {
            _console.MarkupLine($"[grey]… {lines.Length - maxLines} more lines[/]");
        }

        Line($"{content.PlainText.Length} characters, {content.Sections.Count} sections, {content.Links.Count} links, {content.Attachments.Count} attachments{Origin(content.Origin)}");
        foreach (ContentLoss loss in content.Losses)
        {
            _console.MarkupLine($"[yellow]not carried over:[/] {Shown.Markup(loss.Element)}: {Shown.Markup(loss.Detail)}");
        }
    }

    public void Metadata(ContentMetadata metadata)
    {
        Table table = NewTable("Property", "Value");
        Row("title", metadata.Title);
        Row("id, version", $"{metadata.Id}, {metadata.Version} ({metadata.Status})");
        Row("space", $"{metadata.Container.Key} {metadata.Container.Name}");
        Row("path", string.Join(" / ", metadata.Ancestors.Select(a => a.Title ?? a.Id.Value)));
        Row("author", metadata.Author?.DisplayName ?? metadata.Author?.Id?.ToString());
        Row("editor", metadata.Editor?.DisplayName ?? metadata.Editor?.Id?.ToString());
        Row("created, modified", $"{Date(metadata.Created)}, {Date(metadata.Modified)}");
        Row("labels", string.Join(", ", metadata.Labels));
        Row("freshness", metadata.Freshness is { } f ? $"{f.Age.TotalDays:0} days old, {(f.IsOutdated ? "out of date" : "fresh")} (threshold {f.Threshold.TotalDays:0})" : "not tracked");
        Row("address", metadata.WebAddress?.AbsoluteUri);
        _console.Write(table);

        void Row(string name, string? value) => table.AddRow(name, Shown.Markup(value));
    }

    public void Decisions(IEnumerable<PermissionDecision> decisions)
    {
        Table table = NewTable("Reader", "Item", "Decision", "Reason");
        foreach (PermissionDecision decision in decisions)
        {
            string colour = decision.Outcome switch { PermissionOutcome.Allow => "green", PermissionOutcome.Deny => "red", _ => "yellow" };
            table.AddRow(Shown.Markup(decision.Reader.Key), Shown.Markup(decision.Item.Value), $"[{colour}]{decision.Outcome}[/]", Shown.Markup($"{decision.Reason}{(decision.Detail is null ? string.Empty : $": {decision.Detail}")}"));
        }

        _console.Write(table);
    }

    public void Health(IntegrationHealth health)
    {
        Table table = NewTable("Feature", "State", "Found", "Remedy");
        foreach (FeatureHealth feature in health.Features)
        {
            string colour = feature.Status switch { HealthState.Healthy => "green", HealthState.Degraded => "yellow", _ => "red" };
            table.AddRow(Shown.Markup(feature.Name), $"[{colour}]{feature.Status}[/]", Shown.Markup(feature.Detail), Shown.Markup(feature.Remedy));
        }

        _console.Write(table);
        Line($"{health.Integration}: {health.Status}. {health.Description} Answered in {health.ResponseTime.TotalMilliseconds:0} ms.");
    }

    public void Listing(Listing listing)
    {
        Table table = NewTable(listing.Columns);
        foreach (string?[] row in listing.Rows)
        {
            table.AddRow([.. row.Select(cell => Shown.Markup(cell))]);
        }

        _console.Write(table);
    }

    public void Metrics(IntegrationMetricsSnapshot metrics)
    {
        Table table = NewTable("Metric", "Value");
        table.AddRow("requests_total", metrics.RequestsTotal.ToString(CultureInfo.InvariantCulture));
        table.AddRow("requests_successful", metrics.RequestsSuccessful.ToString(CultureInfo.InvariantCulture));
        table.AddRow("requests_failed", metrics.RequestsFailed.ToString(CultureInfo.InvariantCulture));
        table.AddRow("average_response_time", string.Create(CultureInfo.InvariantCulture, $"{metrics.AverageResponseTime.TotalMilliseconds:0.0} ms"));
        table.AddRow("cache_hit_rate", metrics.CacheHitRate.ToString("0.00", CultureInfo.InvariantCulture));
        table.AddRow("error_rate", metrics.ErrorRate.ToString("0.00", CultureInfo.InvariantCulture));
        _console.Write(table);
    }

    private static Table NewTable(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        Array.ForEach(columns, column => table.AddColumn(column));
        return table;
    }

    private static string Date(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Origin(ResultOrigin origin) => origin.IsStale ? $"; STALE, {origin.Age.TotalMinutes:0} minutes old" : string.Empty;

    private static IAnsiConsole CreateConsole(TextWriter output)
    {
        bool isTerminal = ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isTerminal)
        {
            console.Profile.Width = 120;
        }

        return console;
    }
}
