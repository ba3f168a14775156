using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Confluence Cloud: v2 for lists, v1 for CQL. Its lists name no labels, so no item has any here.</summary>
internal sealed class CloudSyncDesk(ICloudSyncWire wire, ISyncSearchWire search, IConfluenceCloudApi api, CloudItems items, ConfluenceDeskContext context) : ISyncDesk
{
    private const string Pages = "pages";
    private const string BlogPosts = "blogposts";
    private const int MaxDepth = 10;
    private static readonly Dictionary<string, string> NoNames = [];
    private readonly CloudTrees _trees = new(wire, api, context.Time);

    public IReadOnlyList<SyncList> Lists { get; } = [new(Pages, "current", "archived"), new(BlogPosts, "current")];

    public IReadOnlyList<SyncList> Bins { get; } = [new(Pages, "trashed"), new(BlogPosts, "trashed")];

    public bool SortsBins => true;

    public string PositionParameter => "cursor";

    public int PageSize => ConfluenceDefaults.MaxPageSize;

    public int ChangesPerRequest => ConfluenceDefaults.MaxPageSize / 3;

    public async Task<SyncListing> ListAsync(ContainerRef space, SyncList list, string? cursor, CancellationToken cancellationToken)
    {
        string spaceId = Required.Member(space.Id, "results[].id");
        ListDto<PageDto> answer = await ReadAsync(wire.ListAsync(spaceId, list.Type, list.Statuses, list.IsBin ? "-modified-date" : "id", cursor, cancellationToken), cancellationToken).ConfigureAwait(false);
        string? next = answer.Results is { Count: > 0 } ? NextLink.PositionOf(answer.Links, "cursor", cursor) : null;
        if (list.IsBin)
        {
            return new([.. Map(answer, list.Type, space, _trees.New())], next);
        }

        (CloudTree Tree, long Made) tree = _trees.Take(spaceId, list.Type, cursor);
        await tree.Tree.ReachAsync(Required.Member(answer.Results, "results"), cancellationToken).ConfigureAwait(false);
        SyncListing listing = new([.. Map(answer, list.Type, space, tree.Tree)], next);
        if (next is not null)
        {
            _trees.HandOn(tree, spaceId, list.Type, next);
        }

        return listing;
    }

    public async Task<SyncListing> ListDescendantsAsync(ContainerRef space, ContentId top, string? cursor, CancellationToken cancellationToken)
    {
        try
        {
            ListDto<NodeDto> answer = await StreamedJson.ReadAsync(wire.ListDescendantsAsync(top.Value, cursor, cancellationToken), ConfluenceJson.Default.ListDtoNodeDto, cancellationToken).ConfigureAwait(false);
            NodeDto[] pages = [.. (answer.Results ?? []).Where(static node => node is { Type: "page", Id: not null })];
            return new(await ReadAsync(space, [.. pages.Select(static page => new ContentId(page.Id!))], cancellationToken).ConfigureAwait(false), answer.Results is { Count: > 0 } ? NextLink.PositionOf(answer.Links, "cursor", cursor) : null)
            {
                Deeper = [.. pages.Where(static page => page.Depth >= MaxDepth).Select(static page => new ContentId(page.Id!))],
            };
        }
        catch (NotFoundException)
        {
            return SyncListing.Empty;
        }
    }

    public async Task<IReadOnlyList<SyncItem>> ReadAsync(ContainerRef space, IReadOnlyList<ContentId> ids, CancellationToken cancellationToken)
    {
        List<SyncItem> read = [];
        CloudTree tree = _trees.New();
        foreach (string[] chunk in ids.Select(static id => id.Value).Chunk(PageSize))
        {
            ListDto<PageDto> pages = await ReadAsync(wire.ReadAsync(Pages, chunk, ["current", "archived", "trashed"], cancellationToken), cancellationToken).ConfigureAwait(false);
            await tree.ReachAsync(Required.Member(pages.Results, "results"), cancellationToken).ConfigureAwait(false);
            read.AddRange(Map(WithinSpace(pages, space), Pages, space, tree));
            string[] others = [.. chunk.Except((pages.Results ?? []).Select(static page => page.Id ?? string.Empty))];
            if (others.Length > 0)
            {
                ListDto<PageDto> posts = await ReadAsync(wire.ReadAsync(BlogPosts, others, ["current", "trashed"], cancellationToken), cancellationToken).ConfigureAwait(false);
                read.AddRange(Map(WithinSpace(posts, space), BlogPosts, space, tree));
            }
        }

        return read;
    }

    public Task<SyncItem> FindAsync(ContentId id, CancellationToken cancellationToken) => SyncItems.FindAsync(id, async () =>
    {
        (PageDto page, ContentKind kind) = await items.FindAsync(id, cancellationToken).ConfigureAwait(false);
        ContainerRef space = await items.Lookups.SpaceAsync(Required.Member(page.SpaceId, "spaceId"), cancellationToken).ConfigureAwait(false);
        CloudTree tree = _trees.New();
        await tree.ReachAsync([page], cancellationToken).ConfigureAwait(false);
        ListDto<PageDto> answer = new() { Results = [page] };
        return Map(answer, kind == ContentKind.BlogPost ? BlogPosts : Pages, space, tree).Single();
    });

    public Task<ListDto<SyncHitDto>> SearchAsync(string cql, int limit, string? position, CancellationToken cancellationToken) => StreamedJson.ReadAsync(
        search.SearchCloudAsync(cql, ISyncSearchWire.Context, limit, position, ISyncSearchWire.Expand, cancellationToken), ConfluenceJson.Default.ListDtoSyncHitDto, cancellationToken);

    public Task<ListDto<SyncHitDto>> SearchBodiesAsync(string cql, string? position, CancellationToken cancellationToken) => StreamedJson.ReadAsync(
        search.SearchCloudAsync(cql, ISyncSearchWire.Context, ISyncSearchWire.MaxBodies, position, ISyncSearchWire.ExpandBodies, cancellationToken), ConfluenceJson.Default.ListDtoSyncHitDto, cancellationToken);

    public async Task<ContentId?> FindContainerAsync(ContentDto part, CancellationToken cancellationToken)
    {
        try
        {
            return part is { Type: "attachment", Id: { } id } ? new ContentId(CloudAttachments.ContainerOf(await api.GetAttachmentAsync(id, cancellationToken).ConfigureAwait(false))) : null;
        }
        catch (IntegrationException failure) when (failure is NotFoundException or PermissionException or ProtocolException)
        {
            return null;
        }
    }

    public Task<RestrictionDto> GetReadRestrictionAsync(string id, int start, CancellationToken cancellationToken) => api.GetReadRestrictionAsync(id, start, 100, cancellationToken);

    private static Task<ListDto<PageDto>> ReadAsync(Task<Stream> answer, CancellationToken cancellationToken) => StreamedJson.ReadAsync(answer, ConfluenceJson.Default.ListDtoPageDto, cancellationToken);

    private static ListDto<PageDto> WithinSpace(ListDto<PageDto> answer, ContainerRef space) =>
        answer with { Results = [.. (answer.Results ?? []).Where(page => page.SpaceId is null || page.SpaceId == space.Id)] };

    private IEnumerable<SyncItem> Map(ListDto<PageDto> answer, string type, ContainerRef space, CloudTree tree) => Required.Member(answer.Results, "results").SelectMany(page =>
        SyncItems.Of(page.Id, page.Title, () => SyncItems.Of(CloudPageMapping.ToMetadata(page, type == BlogPosts ? ContentKind.BlogPost : ContentKind.Page, context.Name, space) with
        {
            Status = VocabularyMapping.ToStatus(Required.Member(page.Status, "status")),
            Author = PersonMapping.FromAccount(page.AuthorId, NoNames),
            Editor = PersonMapping.FromAccount(page.Version?.AuthorId, NoNames),
            Owner = PersonMapping.FromAccount(page.OwnerId, NoNames),
            Ancestors = tree.AncestorsOf(page),
            WebAddress = WebAddress.Of(page.Links, answer.Links?.Base),
        })));
}
