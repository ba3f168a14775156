using Navo.Integrations.Confluence.Internal;
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

        string storage = item.Storage ?? string.Empty;
        RenderedMarkup markup = StorageMarkup.Render(storage, new StorageRenderContext
        {
            Title = item.Metadata.Title,
            SpaceKey = item.Metadata.Container.Key,
            AnchorStyle = item.AnchorStyle,
            UserName = id => item.PeopleNames.GetValueOrDefault(id),
        });
        return new()
        {
            Storage = storage,
            Content = new()
            {
                Metadata = item.Metadata,
                Markdown = markup.Markdown,
                PlainText = markup.PlainText,
                Sections = markup.Sections,
                Links = markup.Links,
                Attachments = item.Attachments,
                Losses = [.. markup.Losses, .. item.Losses],
                SourceVersion = item.Metadata.Version,
            },
        };
    }

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
