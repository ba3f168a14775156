using System.Collections.Frozen;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping.Html;

/// <summary>What is to be known of HTML's elements, and of those that Confluence's macros write.</summary>
/// <remarks>Rules of omitted tags: <see href="https://html.spec.whatwg.org/multipage/syntax.html#optional-tags"/>.</remarks>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Void = ((string[])["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]).ToFrozenSet();

    private static readonly FrozenSet<string> EndParagraph = ((string[])
    [
        "address", "article", "aside", "blockquote", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
    ]).ToFrozenSet();

    private static readonly string[] Kept = ["alt", "colspan", "datetime", "href", "rowspan", "src", "start", "style", "title"];

    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>The open elements that the start of another ends.</summary>
    public static string[] EndedBy(string name) => name switch
    {
        "li" => ["li"],
        "td" or "th" => ["td", "th"],
        "tr" => ["tr"],
        "thead" or "tbody" or "tfoot" => ["thead", "tbody", "tfoot"],
        "dt" or "dd" => ["dt", "dd"],
        _ when EndParagraph.Contains(name) => ["p"],
        _ => [],
    };

    /// <summary>The elements beyond which none is ended, between spaces.</summary>
    public static string BoundaryOf(string name) => name switch
    {
        "li" => " ul ol table ",
        "dt" or "dd" => " dl table ",
        "td" or "th" or "tr" or "thead" or "tbody" or "tfoot" => " table ",
        _ => " td th li table button object ",
    };

    /// <summary>Begins an element, or several for what Confluence's macros write.</summary>
    public static void Write(StorageBuilder storage, string name, IReadOnlyDictionary<string, string> attributes)
    {
        string classes = $" {attributes.GetValueOrDefault("class")} ";
        if (PanelOf(classes) is { } macro)
        {
            storage.Open("ac:structured-macro", ("ac:name", macro)).Open("ac:rich-text-body");
        }
        else if (name == "img" && classes.Contains(" emoticon ", StringComparison.Ordinal))
        {
            storage.Open("span").Text(attributes.GetValueOrDefault("data-emoji-fallback") ?? attributes.GetValueOrDefault("alt"));
        }
        else if (name == "li" && attributes.ContainsKey("data-inline-task-id"))
        {
            storage.Open("li").Text(classes.Contains(" checked ", StringComparison.Ordinal) ? "☑ " : "☐ ");
        }
        else if (name == "pre")
        {
            storage.Open("ac:structured-macro", ("ac:name", "code"));
            Language(storage, attributes.GetValueOrDefault("data-syntaxhighlighter-params"));
            storage.Open("ac:plain-text-body");
        }
        else
        {
            storage.Open(name.All(char.IsAsciiLetterOrDigit) ? name : "span", [.. Kept.Where(attributes.ContainsKey).Select(kept => (kept, (string?)attributes[kept]))]);
        }
    }

    private static void Language(StorageBuilder storage, string? parameters)
    {
        const string Brush = "brush: ";
        int start = parameters?.IndexOf(Brush, StringComparison.Ordinal) ?? -1;
        if (start >= 0)
        {
            ReadOnlySpan<char> rest = parameters.AsSpan(start + Brush.Length);
            int end = rest.IndexOf(';');
            storage.Open("ac:parameter", ("ac:name", "language")).Text(end < 0 ? rest : rest[..end]).Close();
        }
    }

    private static string? PanelOf(string classes) =>
        classes.Contains(" confluence-information-macro-information ", StringComparison.Ordinal) ? "info"
        : classes.Contains(" confluence-information-macro-tip ", StringComparison.Ordinal) ? "tip"
        : classes.Contains(" confluence-information-macro-note ", StringComparison.Ordinal) ? "note"
        : classes.Contains(" confluence-information-macro-warning ", StringComparison.Ordinal) ? "warning"
        : null;
}
