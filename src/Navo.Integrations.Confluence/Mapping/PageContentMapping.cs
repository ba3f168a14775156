using Navo.Integrations.Confluence.Internal;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Renders an item.</summary>
internal static class PageContentMapping
{
    public static ConfluencePage ToPage(ConfluenceItem item)
    {
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
                Losses = markup.Losses,
                SourceVersion = item.Metadata.Version,
            },
        };
    }
}
