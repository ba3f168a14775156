using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>A small tenant in which people do at random what people do.</summary>
internal sealed class RestlessTenant
{
    private static readonly string[] People = ["ada", "ben", "cleo", "dan"];
    private int _made;

    public RestlessTenant()
    {
        Tenant.AddSite("root", string.Empty);
        Tenant.AddSite("other", "/sites/other");
    }

    public GraphTenant Tenant { get; } = new(SyncBench.NewTime());

    public void Mutate(Random random)
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
                Tenant.Share(item.Id, random.Next(3) == 0 ? null : [new GraphGrant(GraphGrantKind.User, GraphTenant.Person(People[random.Next(4)]))]);
                break;
            case 11 when file is not null:
                Tenant.Put(file with { IsMalware = random.Next(2) == 0 });
                break;
        }
    }

    /// <summary>Who may see an item, as its permissions in force say.</summary>
    public string AccessOf(string itemId)
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
