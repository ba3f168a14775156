using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>
/// The ancestors of listed pages. A list of Cloud names only the parent; what stands above it is known from the pages listed before, and else asked for many pages at once.
/// For one reader at a time.
/// </summary>
internal sealed class CloudTree(ICloudSyncWire wire, IConfluenceCloudApi api)
{
    private const int Capacity = 50_000;
    private const int MaxDepth = 200;
    private static readonly string[] Statuses = ["current", "archived"];
    private readonly Dictionary<string, CloudTreeNode> _nodes = new(StringComparer.Ordinal);

    /// <summary>Learns the pages and all that stands above them.</summary>
    public async Task ReachAsync(IReadOnlyList<PageDto> pages, CancellationToken cancellationToken)
    {
        if (_nodes.Count > Capacity)
        {
            _nodes.Clear(); // what is needed again is asked for again
        }

        Learn(pages);
        for (int depth = 0; depth < MaxDepth && UnknownAbove(pages) is { Count: > 0 } unknown; depth++)
        {
            foreach (string[] ids in unknown.Where(static node => node.Value == ContentKind.Page).Select(static node => node.Key).Chunk(ConfluenceDefaults.MaxPageSize))
            {
                ListDto<PageDto> found = await StreamedJson.ReadAsync(wire.ReadAsync("pages", ids, Statuses, cancellationToken), ConfluenceJson.Default.ListDtoPageDto, cancellationToken).ConfigureAwait(false);
                Learn(Required.Member(found.Results, "results"));
            }

            foreach ((string id, ContentKind kind) in unknown)
            {
                if (!_nodes.ContainsKey(id))
                {
                    _nodes[id] = await FindAsync(id, kind, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>The ancestors of a page that was reached, the outermost first.</summary>
    public IReadOnlyList<ContentAncestor> AncestorsOf(PageDto page)
    {
        List<ContentAncestor> ancestors = [];
        for ((string? id, string? type) = (page.ParentId, page.ParentType); !string.IsNullOrEmpty(id);)
        {
            CloudTreeNode node = _nodes.GetValueOrDefault(id);
            ancestors.Add(new(new(id), node.Title, VocabularyMapping.ToKind(type ?? "page")));
            (id, type) = (node.ParentId, node.ParentType);
            if (ancestors.Count > MaxDepth)
            {
                throw new ProtocolException("The ancestors of a page lead back to one of them.");
            }
        }

        ancestors.Reverse();
        return ancestors;
    }

    private void Learn(IEnumerable<PageDto> pages)
    {
        foreach (PageDto page in pages)
        {
            if (page.Id is { } id)
            {
                _nodes[id] = new(page.ParentId, page.ParentType, page.Title);
            }
        }
    }

    private Dictionary<string, ContentKind> UnknownAbove(IReadOnlyList<PageDto> pages)
    {
        Dictionary<string, ContentKind> unknown = new(StringComparer.Ordinal);
        foreach (PageDto page in pages)
        {
            (string? id, string? type, int depth) = (page.ParentId, page.ParentType, 0);
            while (!string.IsNullOrEmpty(id) && depth++ < MaxDepth)
            {
                if (!_nodes.TryGetValue(id, out CloudTreeNode node))
                {
                    unknown[id] = VocabularyMapping.ToKind(type ?? "page");
                    break;
                }

                (id, type) = (node.ParentId, node.ParentType);
            }
        }

        return unknown;
    }

    /// <summary>A folder or another node; one that can't be read has neither a title nor anything above it.</summary>
    private async Task<CloudTreeNode> FindAsync(string id, ContentKind kind, CancellationToken cancellationToken)
    {
        if (kind == ContentKind.Page || NodeKinds.CollectionOf(kind) is not { } collection)
        {
            return default;
        }

        try
        {
            PageDto node = await api.GetNodeAsync(collection, id, cancellationToken).ConfigureAwait(false);
            return new(node.ParentId, node.ParentType, node.Title);
        }
        catch (IntegrationException failure) when (failure is PermissionException or NotFoundException)
        {
            return default;
        }
    }
}
