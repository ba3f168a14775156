using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>A small tenant in which people do at random what people do.</summary>
internal sealed class RestlessTenant
{
    private static readonly string[] People = ["ada", "ben", "cleo", "dan"];
    private readonly string[] _lists;
    private int _made;

    public RestlessTenant()
    {
        Tenant.AddSite("root", string.Empty);
        Tenant.AddSite("other", "/sites/other");
        _lists = [Tenant.AddList(Tenant.Sites[Tenant.SiteId("root")], "Risks").Id, Tenant.AddList(Tenant.Sites[Tenant.SiteId("other")], "Ideas").Id];
        Tenant.AddPage(Tenant.Sites[Tenant.SiteId("other")], "Welcome", "<p>Text</p>");
    }

    public GraphTenant Tenant { get; } = new(SyncBench.NewTime());

    public void Mutate(Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                MutateList(random);
                break;
            case 1:
                MutatePage(random);
                break;
            default:
                MutateFile(random);
                break;
        }
    }

    /// <summary>Who may see an item, as its permissions in force say.</summary>
    public string AccessOf(string id) => id.Split('/') switch
    {
        ["drives", _, _, var item] => AccessOfFile(item),
        ["sites", _, "lists", var list, _, var item] => AccessOf(Tenant.Lists[list], entry => $"{entry.Id}" == item),
        ["sites", var site, _, var page] => AccessOf(Tenant.Lists.Values.Single(list => list.SiteId == site && list.Template == "webPageLibrary"), entry => entry.UniqueId == page),
        _ => throw new ArgumentException(id),
    };

    private static string AccessOf(GraphList list, Func<GraphListItem, bool> which) =>
        list.Items.FirstOrDefault(which)?.Grants is { } own ? string.Join(' ', own.Select(grant => grant.Principal)) : "site";

    private void MutateList(Random random)
    {
        string list = _lists[random.Next(2)];
        int[] items = [.. Tenant.Lists[list].Items.Select(item => item.Id)];
        switch (random.Next(5))
        {
            case 0 or 1:
                Tenant.AddListItem(list, $"Item {++_made}");
                break;
            case 2 when items.Length > 0:
                Tenant.SaveListItem(list, items[random.Next(items.Length)], $"Item {++_made}");
                break;
            case 3 when items.Length > 0:
                Tenant.DeleteListItem(list, items[random.Next(items.Length)]);
                break;
            case 4 when items.Length > 0:
                Tenant.ShareListItem(list, items[random.Next(items.Length)], Grants(random));
                break;
        }
    }

    private void MutatePage(Random random)
    {
        string[] pages = [.. Tenant.Pages.Keys.Order(StringComparer.Ordinal)];
        switch (random.Next(5))
        {
            case 0 or 1:
                Tenant.AddPage(Tenant.Sites[Tenant.SiteId(random.Next(2) == 0 ? "root" : "other")], $"Page {++_made}", "<p>Text</p>");
                break;
            case 2 when pages.Length > 0:
                Tenant.SavePage(pages[random.Next(pages.Length)], $"Page {++_made}");
                break;
            case 3 when pages.Length > 0:
                Tenant.DeletePage(pages[random.Next(pages.Length)]);
                break;
            case 4 when pages.Length > 0:
                Tenant.SharePage(pages[random.Next(pages.Length)], Grants(random));
                break;
        }
    }

    private static GraphGrant[]? Grants(Random random) => random.Next(3) == 0 ? null : [new GraphGrant(GraphGrantKind.User, GraphTenant.Person(People[random.Next(4)]))];

    private void MutateFile(Random random)
    {
        GraphItem? file = Any(random, item => !item.IsFolder), folder = Any(random, item => item is { IsFolder: true, ParentId: not null });
        GraphItem place = Any(random, item => item.IsFolder)!;
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                Tenant.AddFile(place, random.Next(3) == 0 ? "Same name.txt" : $"File {++_made}.txt", "Text");
                break;
            case 3:
                Tenant.AddFolder(place, $"Folder {++_made}");
                break;
            case 4 when file is not null:
                Tenant.Save(file.Id, "nobody", $"Text {++_made}");
                break;
            case 5 when file is not null:
                Tenant.Put(file with { Name = $"Renamed {++_made}.txt" });
                break;
            case 6 or 7 when folder is not null:
                Tenant.Put(folder with { Name = $"Renamed {++_made}" });
                break;
            case 8 when Any(random, item => item.ParentId is not null) is { } item && !IsWithin(place, item):
                Tenant.Move(item.Id, place);
                break;
            case 9 when Any(random, item => item.ParentId is not null) is { } item:
                Tenant.Delete(item.Id);
                break;
            case 10 when Any(random, item => item.ParentId is not null) is { } item:
                Tenant.Share(item.Id, Grants(random));
                break;
            case 11 when file is not null:
                Tenant.Put(file with { IsMalware = random.Next(2) == 0 });
                break;
        }
    }

    private string AccessOfFile(string itemId)
    {
        GraphItem item = Tenant.Items[itemId];
        for (GraphItem? at = item; at is not null; at = at.ParentId is { } above ? Tenant.Items[above] : null)
        {
            if (at.Grants is { } own)
            {
                return string.Join(' ', own.Select(grant => grant.Principal));
            }
        }

        return "site";
    }

    private GraphItem? Any(Random random, Func<GraphItem, bool> which)
    {
        GraphItem[] found = [.. Tenant.Items.Values.Where(item => !item.IsDeleted && which(item)).OrderBy(item => item.Id, StringComparer.Ordinal)];
        return found.Length == 0 ? null : found[random.Next(found.Length)];
    }

    private bool IsWithin(GraphItem place, GraphItem item) => place.Id == item.Id || (place.ParentId is { } above && IsWithin(Tenant.Items[above], item));
}
