using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>A copy that does what it is told; each item is one line: id, version, title and the folders above.</summary>
internal sealed class TenantCopy
{
    private readonly SortedDictionary<string, string> _items = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Lines => [.. _items.Values];

    /// <summary>What everything that was ever told was called, what is gone too.</summary>
    public Dictionary<string, string> Titles { get; } = [];

    /// <summary>Asked with the id of an item, for which the copy reads the permissions of what it is told of.</summary>
    public Func<string, string>? AccessOf { get; set; }

    /// <summary>The permissions that the copy goes by, by the ids of items.</summary>
    public Dictionary<string, string> Access { get; } = [];

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
            case ContentDeleted or ContentSkipped:
                _items.Remove(change.Id.Value);
                break;
        }

        string id = change.Id.Value;
        if (!_items.ContainsKey(id))
        {
            Access.Remove(id);
        }
        else if (AccessOf is { } ask)
        {
            Access[id] = ask(id);
        }
    }

    /// <summary>The copy as it is where nothing is missing and nothing is left behind.</summary>
    public static IReadOnlyList<string> Of(GraphTenant tenant, Func<string, bool>? inSite = null, Func<GraphItem, bool>? where = null) =>
    [
        .. tenant.Items.Values
            .Where(item => !item.IsFolder && !item.IsDeleted && !item.IsMalware && inSite?.Invoke(tenant.Drives[item.DriveId].SiteId) is not false && where?.Invoke(item) is not false)
            .Select(item => (SyncBench.IdOf(item).Value, Line: $"{{{item.Id}}},{item.ContentChange} {item.Name} in {PathOf(tenant, item)}"))
            .Concat(tenant.Lists.Values.Where(list => list is { IsHidden: false, IsSystem: false, Template: "genericList" } && inSite?.Invoke(list.SiteId) is not false && where is null)
                .SelectMany(list => list.Items.Select(item => (SyncBench.IdOf(list, item).Value, $"{item.UniqueId},{item.Version} {JsonNode.Parse(item.Fields["Title"])} in "))))
            .Concat(tenant.Pages.Values.Where(page => inSite?.Invoke(page.SiteId) is not false && where is null).Select(page => (SyncBench.IdOf(page).Value, $"{{{page.Id}}},{page.Version} {page.Title} in ")))
            .OrderBy(entry => entry.Item1, StringComparer.Ordinal)
            .Select(entry => $"{entry.Item1} {entry.Item2}"),
    ];

    private void Keep(ContentMetadata metadata)
    {
        Titles[metadata.Id.Value] = metadata.Title;
        _items[metadata.Id.Value] = $"{metadata.Id} {metadata.Version} {metadata.Title} in {string.Join('/', metadata.Ancestors.Select(ancestor => ancestor.Title))}";
    }

    private static string PathOf(GraphTenant tenant, GraphItem item)
    {
        List<string> names = [];
        for (GraphItem at = tenant.Items[item.ParentId!]; at.ParentId is { } above; at = tenant.Items[above])
        {
            names.Add(at.Name);
        }

        return string.Join('/', (string[])["", .. names.AsEnumerable().Reverse()]);
    }
}
