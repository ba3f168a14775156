using System.Collections.Frozen;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The macros that are known, and what becomes of each. The same table, for people, is docs/confluence-macros.md.</summary>
internal static class MacroVocabulary
{
    /// <summary>All of them, in the order of the document.</summary>
    public static IReadOnlyList<MacroDefinition> All { get; } =
    [
        Rendered("code", "fenced code with its language, under its title", static (at, call) => MacroRendering.Code(at, call, call["language"] ?? call[string.Empty])),
        Rendered("noformat", "fenced code", static (at, call) => MacroRendering.Code(at, call, null)),
        Source("plantuml"),
        Source("mermaid"),
        Source("mermaid-macro"),
        Source("markdown"),
        Source("html"),
        Source("sql"),
        Source("latex"),
        Source("mathblock"),
        Source("mathinline"),
        Alert("info", "NOTE"),
        Alert("tip", "TIP"),
        Alert("note", "WARNING"),
        Alert("warning", "CAUTION"),
        Panel("panel"),
        Panel("expand"),
        Panel("ui-expand"),
        Panel("quote"),
        Rendered("status", "its title in bold", MacroRendering.Status),
        Rendered("anchor", "an empty HTML anchor", MacroRendering.Anchor),
        Body("excerpt"),
        Body("section"),
        Body("column"),
        Body("details"),
        Body("multiexcerpt-macro"),
        Included("include", "Included page", isExcerpt: false),
        Included("excerpt-include", "Included excerpt", isExcerpt: true),
        Linked("view-file", "File"),
        Linked("viewpdf", "File"),
        Linked("viewdoc", "File"),
        Linked("viewxls", "File"),
        Linked("viewppt", "File"),
        Linked("multimedia", "Media"),
        Linked("profile", "Profile"),
        Linked("widget", "Embedded page"),
        Linked("iframe", "Embedded page"),
        Placeholder("toc", "Table of contents"),
        Placeholder("toc-zone", "Table of contents"),
        Placeholder("children", "Child pages"),
        Placeholder("pagetree", "Page tree"),
        Placeholder("jira", "Jira", "key", "jqlQuery", "url"),
        Placeholder("drawio", "Diagram", "diagramDisplayName", "diagramName"),
        Placeholder("drawio-sketch", "Diagram", "diagramDisplayName", "diagramName"),
        Placeholder("inc-drawio", "Diagram", "diagramDisplayName", "diagramName"),
        Placeholder("gliffy", "Diagram", "name"),
        Placeholder("lucidchart", "Diagram", "name"),
        Placeholder("chart", "Chart", "title"),
        Placeholder("gallery", "Image gallery", "title"),
        Placeholder("attachments", "Attachments"),
        Placeholder("detailssummary", "Page properties report", "cql", "label"),
        Placeholder("contentbylabel", "Content by label", "cql", "labels"),
        Placeholder("content-report-table", "Content report", "labels"),
        Placeholder("recently-updated", "Recently updated"),
        Placeholder("blog-posts", "Blog posts"),
        Placeholder("livesearch", "Search box"),
        Placeholder("pagetreesearch", "Search box"),
        Placeholder("tasks-report-macro", "Task report"),
        Placeholder("contributors", "Contributors"),
        Placeholder("change-history", "Change history"),
        Placeholder("roadmap", "Roadmap", "title"),
        Placeholder("rss", "Feed", "url"),
        Placeholder("calendar", "Calendar"),
    ];

    private static readonly FrozenDictionary<string, MacroDefinition> ByName = All.ToFrozenDictionary(macro => macro.Name, StringComparer.OrdinalIgnoreCase);

    public static MacroDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    private static MacroDefinition Rendered(string name, string shown, Action<StorageCursor, MacroCall> render) =>
        new(name, MacroTreatment.Rendered, shown, render);

    private static MacroDefinition Source(string name) =>
        Rendered(name, $"its source as fenced code marked `{name}`", (at, call) => MacroRendering.Code(at, call, name));

    private static MacroDefinition Alert(string name, string alert) =>
        Rendered(name, $"a quote marked `[!{alert}]`, with its title", (at, call) => MacroRendering.Panel(at, call, alert));

    private static MacroDefinition Panel(string name) =>
        Rendered(name, "a quote, with its title", static (at, call) => MacroRendering.Panel(at, call, null));

    private static MacroDefinition Body(string name) => Rendered(name, "its body", MacroRendering.Body);

    private static MacroDefinition Linked(string name, string label) =>
        new(name, MacroTreatment.Linked, $"`{label}:` and a link", (at, call) => MacroRendering.Linked(at, call, label));

    private static MacroDefinition Included(string name, string label, bool isExcerpt) =>
        new(name, MacroTreatment.Linked, $"`{label}:` and a link; `Included` holds the text for those who may see it", (at, call) => MacroRendering.Included(at, call, label, isExcerpt));

    private static MacroDefinition Placeholder(string name, string label, params string[] details) =>
        new(name, MacroTreatment.Placeholder, $"`[{label}{(details.Length == 0 ? string.Empty : ": …")}]`", (at, call) =>
            MacroRendering.Placeholder(at, call, label, details.Select(detail => call[detail]).FirstOrDefault(value => value is not null)));
}
