using System.Globalization;
using AngleSharp.Dom;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Formats.Html;

/// <summary>What each element becomes. One that is not named here is its text.</summary>
internal static class HtmlElements
{
    public static void Write(HtmlWriter at, IElement element)
    {
        if (!Block(at, element) && !Inline(at, element))
        {
            at.Children(element);
        }
    }

    private static bool Block(HtmlWriter at, IElement element)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                at.Block(element, () => at.Output.BeginHeading(element.LocalName[1] - '0'));
                return true;
            case "p" or "dt" or "dd" or "address" or "figcaption" or "caption" or "summary" or "legend":
                at.Block(element, () => at.Output.Begin(ExtractedBlockKind.Paragraph));
                return true;
            case "blockquote":
                at.Block(element, () => at.Output.BeginQuote(ExtractedBlockKind.Quote));
                return true;
            case "ul" or "ol" or "menu":
                List(at, element);
                return true;
            case "pre":
                at.EndParagraph();
                at.Output.Code(element.TextContent, Language(element));
                return true;
            case "table":
                at.EndParagraph();
                HtmlTable.Write(at, element);
                return true;
            case "div" or "section" or "article" or "header" or "footer" or "aside" or "main" or "figure" or "fieldset" or "form" or "details" or "dl" or "body" or "center" or "hr":
                at.EndParagraph();
                at.Children(element);
                at.EndParagraph();
                return true;
            default:
                return false;
        }
    }

    private static bool Inline(HtmlWriter at, IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                at.Output.Break();
                return true;
            case "a" when element.GetAttribute("href") is { Length: > 0 } address && !string.IsNullOrWhiteSpace(element.TextContent):
                at.BeginText();
                at.Output.Link(string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), address);
                return true;
            case "img":
                Image(at, element);
                return true;
            case "code" or "kbd" or "samp" or "tt":
                at.BeginText();
                at.Output.CodeSpan(element.TextContent);
                return true;
            default:
                return Mark(element.LocalName) is { } mark && Marked(at, element, mark);
        }
    }

    private static InlineMark? Mark(string name) => name switch
    {
        "strong" or "b" => InlineMark.Strong,
        "em" or "i" or "cite" or "dfn" or "var" => InlineMark.Emphasis,
        "del" or "s" or "strike" => InlineMark.Strike,
        "sub" => InlineMark.Sub,
        "sup" => InlineMark.Sup,
        _ => null,
    };

    private static bool Marked(HtmlWriter at, IElement element, InlineMark mark)
    {
        // Blocks within an emphasis, which HTML does not allow and pages have, would leave it open across blocks.
        if (element.QuerySelector("p, div, table, ul, ol, h1, h2, h3, h4, h5, h6, pre, blockquote") is not null)
        {
            at.Children(element);
            return true;
        }

        at.BeginText();
        bool opened = at.Output.OpenMark(mark);
        at.Children(element);
        if (opened)
        {
            at.Output.CloseMark();
        }

        return true;
    }

    private static void List(HtmlWriter at, IElement list)
    {
        at.EndParagraph();
        at.Output.BeginList();
        int number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? Math.Min(start, 999_999) : 1;
        foreach (IElement item in list.Children)
        {
            if (item.LocalName != "li")
            {
                HtmlElements.Write(at, item);
            }
            else if (!MainText.IsLeftOut(item))
            {
                int? own = list.LocalName == "ol" ? number++ : null;
                at.Block(item, () => at.Output.BeginListItem(0, own));
            }
        }
    }

    private static void Image(HtmlWriter at, IElement image)
    {
        if (image.GetAttribute("alt") is { } alt && !string.IsNullOrWhiteSpace(alt))
        {
            at.BeginText();
            at.Output.Marked(InlineMark.Emphasis, alt.Trim());
        }
        else if (image.GetAttribute("alt") is null)
        {
            at.Output.Lose("image", "An image without a description is not shown.");
        }
    }

    private static string Language(IElement pre) =>
        pre.QuerySelector("code")?.ClassList.FirstOrDefault(name => name.StartsWith("language-", StringComparison.Ordinal))?["language-".Length..] ?? string.Empty;
}
