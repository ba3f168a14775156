using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>What belongs to a page of Cloud and stands behind endpoints of its own.</summary>
internal sealed class CloudLookups(IConfluenceCloudApi api, InnerReads reads)
{
    private const int PageSize = ConfluenceDefaults.MaxPageSize;

    public Task<ContainerRef> SpaceAsync(string spaceId, CancellationToken cancellationToken) =>
        reads.MetadataAsync("space", spaceId, async token => SpaceMapping.ToContainer(await api.GetSpaceAsync(spaceId, token).ConfigureAwait(false)), cancellationToken);

    /// <summary>All ancestors with their titles. A full answer may be only the lower part of the chain: the rest is asked of its topmost page.</summary>
    public async Task<IReadOnlyList<ContentAncestor>> AncestorsAsync(PageDto page, ContentKind kind, CancellationToken cancellationToken)
    {
        List<NodeDto> chain = [];
        string? from = NodeKinds.CollectionOf(kind) is not null && !string.IsNullOrEmpty(page.ParentId) ? page.Id : null;
        string? collection = NodeKinds.CollectionOf(kind);
        while (from is not null)
        {
            ListDto<NodeDto> answer = await api.GetNodeAncestorsAsync(collection!, from, PageSize, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<NodeDto> nodes = Required.Member(answer.Results, "results");
            chain.InsertRange(0, nodes);
            bool more = nodes.Count > 0 && (answer.Links?.Next is not null || nodes.Count >= PageSize) && NodeKinds.CollectionOf(VocabularyMapping.ToKind(nodes[0].Type)) is not null;
            from = more ? nodes[0].Id : null;
            collection = more ? NodeKinds.CollectionOf(VocabularyMapping.ToKind(nodes[0].Type)) : null;
            RefuseCycle(chain);
        }

        return await WithTitlesAsync(chain, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<string>> LabelsAsync(PageDto page, ContentKind kind, CancellationToken cancellationToken)
    {
        if (page.Labels is { Results: { } first, Meta.HasMore: not true })
        {
            return [.. first.Select(Name)];
        }

        string id = page.Id!;
        return await PagedList.ToListAsync(
            PagedList.WalkAsync(
                "cursor",
                (cursor, token) => kind == ContentKind.BlogPost ? api.GetBlogPostLabelsAsync(id, PageSize, cursor, token) : api.GetPageLabelsAsync(id, PageSize, cursor, token),
                cancellationToken),
            Name).ConfigureAwait(false);

        static string Name(LabelDto label) => Required.Member(label.Name, "labels.results[].name");
    }

    public async Task<IReadOnlyList<AttachmentRef>> AttachmentsAsync(ContentId id, ContentKind kind, CancellationToken cancellationToken) =>
        await PagedList.ToListAsync(
            PagedList.WalkAsync(
                "cursor",
                (cursor, token) => kind == ContentKind.BlogPost
                    ? api.GetBlogPostAttachmentsAsync(id.Value, PageSize, cursor, token)
                    : api.GetPageAttachmentsAsync(id.Value, PageSize, cursor, token),
                cancellationToken),
            CloudPageMapping.ToAttachment).ConfigureAwait(false);

    /// <summary>Names to show, as far as the account may read them: a hidden name is left out, a failure is not hidden.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string?> accountIds, CancellationToken cancellationToken)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string[] ids in accountIds.OfType<string>().Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal).Chunk(PageSize))
        {
            ListDto<UserDto> users = await reads.MetadataAsync("users", string.Join(',', ids), token => UsersAsync(ids, token), cancellationToken).ConfigureAwait(false);
            foreach (UserDto user in users.Results ?? [])
            {
                if (user is { AccountId: { } id, DisplayName: { Length: > 0 } name })
                {
                    names[id] = name;
                }
            }
        }

        return names;
    }

    private async Task<ListDto<UserDto>> UsersAsync(string[] ids, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetUsersAsync(new(ids), cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure) when (failure is PermissionException or NotFoundException)
        {
            return new() { Results = [] };
        }
    }

    private async Task<IReadOnlyList<ContentAncestor>> WithTitlesAsync(List<NodeDto> chain, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> titles = new(StringComparer.Ordinal);
        foreach (string[] ids in chain.Where(n => n.Type == "page").Select(Id).Chunk(PageSize))
        {
            ListDto<PageDto> pages = await api.GetPagesAsync(ids, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (PageDto page in Required.Member(pages.Results, "results"))
            {
                titles[Required.Member(page.Id, "results[].id")] = page.Title;
            }
        }

        foreach (NodeDto node in chain.Where(n => n.Type != "page"))
        {
            titles[Id(node)] = await TitleAsync(node, cancellationToken).ConfigureAwait(false);
        }

        return [.. chain.Select(n => new ContentAncestor(new(Id(n)), titles.GetValueOrDefault(Id(n)), VocabularyMapping.ToKind(n.Type)))];

        static string Id(NodeDto node) => Required.Member(node.Id, "results[].id");
    }

    /// <summary>The title of a folder or another node; null where it can't be read or has none.</summary>
    private async Task<string?> TitleAsync(NodeDto node, CancellationToken cancellationToken)
    {
        if (NodeKinds.CollectionOf(VocabularyMapping.ToKind(node.Type)) is not { } collection)
        {
            return node.Title;
        }

        try
        {
            return (await reads.MetadataAsync("node", $"{collection} {node.Id}", token => api.GetNodeAsync(collection, node.Id!, token), cancellationToken).ConfigureAwait(false)).Title;
        }
        catch (IntegrationException failure) when (failure is PermissionException or NotFoundException)
        {
            return null;
        }
    }

    private static void RefuseCycle(List<NodeDto> chain)
    {
        if (chain.Select(n => n.Id).Distinct().Count() != chain.Count)
        {
            throw new ProtocolException("The ancestors of a page lead back to one of them.");
        }
    }
}
