using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint;

public sealed partial class GraphTenant
{
    private const string PageLibrary = "webPageLibrary";

    /// <summary>Adds or replaces a list. Items that are new or differ from before count as changed, those that are not there any more as gone.</summary>
    /// <param name="list">The list.</param>
    public void Put(GraphList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        Locked(() => Lists = Lists.SetItem(list.Id, Changed(list, Lists.GetValueOrDefault(list.Id))));
    }

    /// <summary>Adds a list to a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="title">Its name.</param>
    /// <param name="template">What it is made from.</param>
    /// <returns>The list.</returns>
    public GraphList AddList(GraphSite site, string title, string template = "genericList")
    {
        ArgumentNullException.ThrowIfNull(site);
        GraphList list = new(GraphIds.Guid($"list {site.WebUrl} {title}"), site.Id, title, template) { Columns = [("Title", "Title", "text")] };
        Put(list);
        return Lists[list.Id];
    }

    /// <summary>Adds an item to a list; its number was never used before.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="title">Its title.</param>
    /// <param name="grants">Permissions of its own; none to inherit.</param>
    /// <returns>The item.</returns>
    public GraphListItem AddListItem(string listId, string title, params GraphGrant[] grants)
    {
        GraphList list = Lists[listId];
        int number = list.Items.Select(item => item.Id).Concat(list.Gone.Keys).DefaultIfEmpty(0).Max() + 1;
        return Keep(list, new(number, GraphIds.Guid(string.Create(CultureInfo.InvariantCulture, $"{listId} item {number}")), Titled(title)) { Grants = grants.Length > 0 ? [.. grants] : null, Modified = TimeProvider.GetUtcNow() });
    }

    /// <summary>Saves an item of a list under a title, the same or another.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="number">The item.</param>
    /// <param name="title">The title.</param>
    public void SaveListItem(string listId, int number, string title)
    {
        GraphListItem item = Lists[listId].Items.Single(item => item.Id == number);
        Keep(Lists[listId], item with { Fields = item.Fields.SetItems(Titled(title)), Version = item.Version + 1, Modified = TimeProvider.GetUtcNow() });
    }

    /// <summary>Gives an item of a list permissions of its own, which does not change its version.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="number">The item.</param>
    /// <param name="grants">The permissions; null to inherit again.</param>
    public void ShareListItem(string listId, int number, params GraphGrant[]? grants) =>
        Keep(Lists[listId], Lists[listId].Items.Single(item => item.Id == number) with { Grants = grants is null ? null : [.. grants] });

    /// <summary>Deletes an item of a list.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="number">The item.</param>
    public void DeleteListItem(string listId, int number) => Put(Lists[listId] with { Items = Lists[listId].Items.RemoveAll(item => item.Id == number) });

    /// <summary>Deletes a list with all that it holds.</summary>
    /// <param name="listId">The list.</param>
    public void DeleteList(string listId) => Locked(() => Lists = Lists.Remove(listId));

    /// <summary>Adds a page to a site, with its entry in the site's page library, which is made if need be.</summary>
    /// <param name="site">The site.</param>
    /// <param name="title">The title.</param>
    /// <param name="html">The text.</param>
    /// <param name="grants">Permissions of its own; none to inherit.</param>
    /// <returns>The page.</returns>
    public GraphPage AddPage(GraphSite site, string title, string html, params GraphGrant[] grants)
    {
        ArgumentNullException.ThrowIfNull(site);
        GraphList library = PagesOf(site.Id) ?? AddList(site, "Site Pages", PageLibrary);
        GraphListItem entry = AddListItem(library.Id, title, grants);
        Put(new GraphPage(entry.UniqueId, site.Id, title, Canvas(html)) { Modified = entry.Modified });
        return Pages[entry.UniqueId];
    }

    /// <summary>Publishes a page anew under a title, the same or another.</summary>
    /// <param name="pageId">The page.</param>
    /// <param name="title">The title.</param>
    public void SavePage(string pageId, string title)
    {
        GraphPage page = Pages[pageId];
        Put(page with { Title = title, Version = page.Version + 1, Modified = TimeProvider.GetUtcNow() });
    }

    /// <summary>Gives a page permissions of its own, which does not change its version.</summary>
    /// <param name="pageId">The page.</param>
    /// <param name="grants">The permissions; null to inherit again.</param>
    public void SharePage(string pageId, params GraphGrant[]? grants)
    {
        GraphList library = PagesOf(Pages[pageId].SiteId)!;
        ShareListItem(library.Id, library.Items.Single(entry => entry.UniqueId == pageId).Id, grants);
    }

    /// <summary>Deletes a page with its entry in the page library.</summary>
    /// <param name="pageId">The page.</param>
    public void DeletePage(string pageId)
    {
        GraphList library = PagesOf(Pages[pageId].SiteId)!;
        Put(library with { Items = library.Items.RemoveAll(entry => entry.UniqueId == pageId) });
        Locked(() => Pages = Pages.Remove(pageId));
    }

    private GraphList? PagesOf(string siteId) => Lists.Values.SingleOrDefault(list => list.SiteId == siteId && list.Template == PageLibrary);

    private GraphListItem Keep(GraphList list, GraphListItem item)
    {
        int at = list.Items.IndexOf(list.Items.FirstOrDefault(known => known.Id == item.Id)!);
        Put(list with { Items = at < 0 ? list.Items.Add(item) : list.Items.SetItem(at, item) });
        return Lists[list.Id].Items.Single(kept => kept.Id == item.Id);
    }

    private GraphList Changed(GraphList list, GraphList? before)
    {
        Dictionary<int, GraphListItem> known = before?.Items.ToDictionary(item => item.Id) ?? [];
        ImmutableArray<GraphListItem> items = [.. list.Items.Select(item => known.Remove(item.Id, out GraphListItem? old) && old == item with { Change = old.Change } ? old : item with { Change = ++_changes })];
        return list with { Items = items, Gone = (before?.Gone ?? list.Gone).SetItems(known.Keys.Order().Select(id => KeyValuePair.Create(id, ++_changes))) };
    }

    private static ImmutableDictionary<string, string> Titled(string title) => ImmutableDictionary<string, string>.Empty.Add("Title", JsonValue.Create(title).ToJsonString());

    private static string Canvas(string html) => new JsonObject
    {
        ["horizontalSections"] = new JsonArray(new JsonObject
        {
            ["layout"] = "oneColumn",
            ["columns"] = new JsonArray(new JsonObject { ["width"] = 12, ["webparts"] = new JsonArray(new JsonObject { ["@odata.type"] = "#microsoft.graph.textWebPart", ["id"] = "1", ["innerHtml"] = html }) }),
        }),
    }.ToJsonString();
}
