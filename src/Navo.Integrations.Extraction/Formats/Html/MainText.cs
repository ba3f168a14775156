using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Navo.Integrations.Extraction.Formats.Html;

/// <summary>Finds the main text of a page, as it is marked; the whole body where nothing is marked.</summary>
internal static class MainText
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "head", "title", "meta", "link", "nav", "iframe", "object", "embed", "applet", "frame", "frameset",
        "svg", "canvas", "audio", "video", "map", "select", "option", "datalist", "button", "input", "dialog",
    };

    /// <summary>The element that holds the main text.</summary>
    public static IElement? Find(IHtmlDocument document)
    {
        IElement[] marked = [.. document.QuerySelectorAll("main, [role=main]").Where(element => !IsHidden(element))];
        return marked.Length == 1 ? marked[0] : document.Body ?? document.DocumentElement;
    }

    /// <summary>Whether an element is no part of the text: not shown, run, or navigation.</summary>
    public static bool IsLeftOut(IElement element) =>
        Unseen.Contains(element.LocalName)
        || IsHidden(element)
        || element.GetAttribute("role") is "navigation" or "banner" or "search" or "contentinfo"
        || (element.LocalName is "footer" or "aside" && element.ParentElement?.LocalName == "body");

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && HidesBy(style));

    private static bool HidesBy(string style)
    {
        string compact = style.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
        return compact.Contains("display:none", StringComparison.Ordinal) || compact.Contains("visibility:hidden", StringComparison.Ordinal);
    }
}
