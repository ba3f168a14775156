using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Sync;

/// <summary>A consumer's copy of a site: whatever is told of an item makes it read the item's attachments and comments anew.</summary>
internal sealed class SiteCopy(ConfluenceSite site)
{
    private readonly Dictionary<string, string> _items = [];

    public IEnumerable<string> Lines => _items.Values.Order(StringComparer.Ordinal);

    /// <summary>What the copy should be.</summary>
    public IEnumerable<string> Expected => site.State.Contents.Values
        .Where(content => content.Type is SimulatedContentType.Page or SimulatedContentType.BlogPost && content.Status is "current" or "archived" && content.File is null && content.Type is SimulatedContentType.Page or SimulatedContentType.BlogPost)
        .Select(Line).Order(StringComparer.Ordinal);

    public void Apply(ContentChange change)
    {
        switch (change)
        {
            case ContentUpserted upserted:
                Keep(upserted.Metadata);
                break;
            case ContentMoved moved:
                Keep(moved.Metadata);
                break;
            case ContentDeleted:
                _items.Remove(change.Id.Value);
                break;
        }
    }

    private void Keep(ContentMetadata item) => _items[item.Id.Value] =
        $"{item.Container.Key}|{item.Id}|{item.Version}|{item.Title}|{item.Status}|{item.Kind}|{string.Join('/', item.Ancestors.Select(ancestor => ancestor.Title))}|{PartsOf(item.Id.Value)}";

    private string Line(SimulatedContent content)
    {
        string id = content.Id.ToString(CultureInfo.InvariantCulture);
        ContentStatus status = content.Status == "archived" ? ContentStatus.Archived : ContentStatus.Current;
        string path = string.Join('/', new SiteAccess(site.State).Ancestors(content).Select(above => above.Title));
        return $"{content.SpaceKey}|{id}|{content.Latest.Number}|{content.Title}|{status}|{(content.Type == SimulatedContentType.Page ? ContentKind.Page : ContentKind.BlogPost)}|{path}|{PartsOf(id)}";
    }

    private string PartsOf(string id) => string.Join(',', site.State.Contents.Values
        .Where(part => part.Type is SimulatedContentType.Attachment or SimulatedContentType.Comment && part.ParentId?.ToString(CultureInfo.InvariantCulture) == id)
        .Select(part => $"{part.Id}.{part.Latest.Number}"));
}
