using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Internal;
using Navo.Integrations.Confluence.Mapping.Adf;
using Navo.Integrations.Confluence.Mapping.Html;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Renders an item.</summary>
internal static class PageContentMapping
{
    public static ConfluencePage ToPage(ConfluenceItem item)
    {
        if (!NodeKinds.HasText(item.Metadata.Kind))
        {
            return ToStub(item);
        }

        RenderedMarkup markup = Render(item);
        return new()
        {
            Storage = item.Storage ?? string.Empty,
            BodyFormat = item.BodyFormat,
            Retention = markup.Retention,
            Content = new()
            {
                Metadata = item.Metadata,
                Markdown = markup.Markdown,
                PlainText = markup.PlainText,
                Sections = markup.Sections,
                Links = markup.Links,
                Included = markup.Included,
                Attachments = item.Attachments,
                Losses = [.. SourceOf(item), .. markup.Losses, .. item.Losses],
                SourceVersion = item.Metadata.Version,
            },
        };
    }

    private static RenderedMarkup Render(ConfluenceItem item)
    {
        string body = item.Body ?? string.Empty;
        var context = new StorageRenderContext
        {
            Title = item.Metadata.Title,
            AnchorStyle = item.AnchorStyle,
            UserName = id => item.PeopleNames.GetValueOrDefault(id),
        };
        return item.BodyFormat switch
        {
            ContentBodyFormat.AtlasDocument => AdfMarkup.Render(body, context),
            ContentBodyFormat.View => HtmlMarkup.Render(body, context),
            _ => StorageMarkup.Render(body, context),
        };
    }

    private static IEnumerable<ContentLoss> SourceOf(ConfluenceItem item) => item.BodyFormat switch
    {
        ContentBodyFormat.AtlasDocument => [new("body:storage", "The storage format is missing or can't be read; the text comes from the document format.")],
        ContentBodyFormat.View => [new("body:storage", "The storage format is missing or can't be read; the text comes from the page as it is shown.")],
        _ => [],
    };

    /// <summary>What has no text is not dropped: it is given with the reason, a smart link with where it leads.</summary>
    private static ConfluencePage ToStub(ConfluenceItem item)
    {
        bool leads = Uri.TryCreate(item.EmbedUrl, UriKind.Absolute, out Uri? target) && target.Scheme is "https" or "http";
        return new()
        {
            Storage = string.Empty,
            Content = new()
            {
                Metadata = item.Metadata,
                Markdown = leads ? $"<{target!.AbsoluteUri}>" : string.Empty,
                PlainText = leads ? target!.AbsoluteUri : string.Empty,
                Losses = [NodeKinds.ReasonOf(item.Metadata.Kind)],
                SourceVersion = item.Metadata.Version,
            },
        };
    }
}
