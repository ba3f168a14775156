using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Sync;

/// <summary>A copy that does what it is told; each item is one line: id, version, title and the folders above.</summary>
internal sealed class TenantCopy
{
    private readonly SortedDictionary<string, string> _items = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Lines => [.. _items.Values];

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
    }

    /// <summary>The copy as it is where nothing is missing and nothing is left behind.</summary>
    public static IReadOnlyList<string> Of(GraphTenant tenant, Func<GraphItem, bool>? where = null) =>
    [
        .. tenant.Items.Values
            .Where(item => !item.IsFolder && !item.IsDeleted && !item.IsMalware && (where?.Invoke(item) ?? true))
            .Select(item => $"{SyncBench.IdOf(item)} {{{item.Id}}},{item.ContentChange} {item.Name} in {PathOf(tenant, item)}")
            .Order(StringComparer.Ordinal),
    ];

    private void Keep(ContentMetadata metadata) =>
        _items[metadata.Id.Value] = $"{metadata.Id} {metadata.Version} {metadata.Title} in {string.Join('/', metadata.Ancestors.Select(ancestor => ancestor.Title))}";

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
