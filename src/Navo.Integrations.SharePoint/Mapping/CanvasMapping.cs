using System.Globalization;
using System.Net;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>
/// The canvas of a page as one HTML document, in the order in which people read it: the title area, sections from top to bottom, their columns from left to right, the vertical section
/// last. The extractor makes text of it, so that a page reads like any other document.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/canvaslayout"/>.</remarks>
internal static class CanvasMapping
{
    public static (string Html, IReadOnlyList<ContentLoss> Losses) ToHtml(SitePageDto page)
    {
        StringBuilder html = new("<html><body>");
        List<ContentLoss> losses = [];
        Text(html, "p", page.TitleArea?.TextAboveTitle);
        Text(html, "h1", page.Title ?? page.Name);
        foreach (WebPartDto part in Parts(page.CanvasLayout))
        {
            Append(html, part, losses);
        }

        return (html.Append("</body></html>").ToString(), losses);
    }

    private static IEnumerable<WebPartDto> Parts(CanvasLayoutDto? canvas) =>
        (canvas?.HorizontalSections ?? []).SelectMany(section => section.Columns ?? []).SelectMany(column => column.Webparts ?? []).Concat(canvas?.VerticalSection?.Webparts ?? []);

    private static void Append(StringBuilder html, WebPartDto part, List<ContentLoss> losses)
    {
        if (part.InnerHtml is { } text)
        {
            html.Append("<div>").Append(text).Append("</div>");
            return;
        }

        ServerProcessedContentDto? content = part.Data?.ServerProcessedContent;
        Text(html, "p", part.Data?.Title);
        foreach (KeyTextDto markup in content?.HtmlStrings ?? [])
        {
            html.Append("<div>").Append(markup.Value).Append("</div>");
        }

        foreach (KeyTextDto plain in (content?.SearchablePlainTexts ?? []).Where(plain => plain.Value != part.Data?.Title))
        {
            Text(html, "p", plain.Value);
        }

        foreach (KeyTextDto link in content?.Links ?? [])
        {
            string shown = WebUtility.HtmlEncode(link.Value ?? string.Empty);
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{shown}\">{shown}</a></p>");
        }

        if (content is null)
        {
            losses.Add(new($"webpart:{part.WebPartType ?? part.Type?.Split('.')[^1] ?? "unknown"}", "The web part shows what it fetches when the page is opened; only its title was carried over."));
        }
    }

    private static void Text(StringBuilder html, string element, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            html.Append(CultureInfo.InvariantCulture, $"<{element}>{WebUtility.HtmlEncode(text)}</{element}>");
        }
    }
}
