using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Confluence Data Center: lists by cursor, changes by CQL. Labels are those that an answer names along with a content.</summary>
internal sealed class DataCenterSyncDesk(IDataCenterSyncWire wire, ISyncSearchWire search, IConfluenceDataCenterApi api, ConfluenceDeskContext context) : ISyncDesk
{
    private const string Expand = "version,history,space,ancestors,metadata.labels";
    private const int AtOnce = 4;

    public IReadOnlyList<SyncList> Lists { get; } = [new("page", "current"), new("page", "archived"), new("blogpost", "current")];

    public IReadOnlyList<SyncList> Bins { get; } = [new("page", "trashed"), new("blogpost", "trashed")];

    public bool SortsBins => false;

    public string PositionParameter => "start";

    public int PageSize => 200;

    public int ChangesPerRequest => 1;

    public async Task<SyncListing> ListAsync(ContainerRef space, SyncList list, string? cursor, CancellationToken cancellationToken)
    {
        try
        {
            return Map(await ReadAsync(wire.ScanAsync(space.Key, list.Type, list.Statuses[0], cursor, Expand, cancellationToken), cancellationToken).ConfigureAwait(false), "cursor", cursor);
        }
        catch (InvalidQueryException) when (cursor is null && list.Statuses is ["archived"])
        {
            return SyncListing.Empty; // a version that does not archive pages knows no such state
        }
    }

    public async Task<SyncListing> ListDescendantsAsync(ContainerRef space, ContentId top, string? cursor, CancellationToken cancellationToken)
    {
        try
        {
            return Map(await ReadAsync(wire.ListDescendantsAsync(top.Value, cursor, Expand, cancellationToken), cancellationToken).ConfigureAwait(false), "start", cursor);
        }
        catch (NotFoundException)
        {
            return SyncListing.Empty;
        }
    }

    public async Task<IReadOnlyList<SyncItem>> ReadAsync(ContainerRef space, IReadOnlyList<ContentId> ids, CancellationToken cancellationToken)
    {
        List<SyncItem> read = [];
        foreach (ContentId[] chunk in ids.Chunk(AtOnce))
        {
            read.AddRange(await Task.WhenAll(chunk.Select(id => FindAsync(id, cancellationToken))).ConfigureAwait(false));
        }

        return [.. read.Where(item => item switch
        {
            SyncItem.Present present => string.Equals(present.Metadata.Container.Key, space.Key, StringComparison.OrdinalIgnoreCase),
            SyncItem.Gone gone => gone.Cause == DeletionCause.Trashed,
            _ => true,
        })];
    }

    public Task<SyncItem> FindAsync(ContentId id, CancellationToken cancellationToken) => SyncItems.FindAsync(
        id, async () => Map(await api.FindContentAsync(id, Expand, cancellationToken).ConfigureAwait(false), baseAddress: null).Single());

    public Task<ListDto<SyncHitDto>> SearchAsync(string cql, int limit, string? position, CancellationToken cancellationToken) => StreamedJson.ReadAsync(
        search.SearchDataCenterAsync(cql, ISyncSearchWire.Context, limit, position, ISyncSearchWire.Expand, cancellationToken), ConfluenceJson.Default.ListDtoSyncHitDto, cancellationToken);

    public Task<ListDto<SyncHitDto>> SearchBodiesAsync(string cql, string? position, CancellationToken cancellationToken) => StreamedJson.ReadAsync(
        search.SearchDataCenterAsync(cql, ISyncSearchWire.Context, ISyncSearchWire.MaxBodies, position, ISyncSearchWire.ExpandBodies, cancellationToken), ConfluenceJson.Default.ListDtoSyncHitDto, cancellationToken);

    public async Task<ContentId?> FindContainerAsync(ContentDto part, CancellationToken cancellationToken)
    {
        try
        {
            ContentDto? container = (await api.GetContentAsync(part.Id!, "container", cancellationToken).ConfigureAwait(false)).Container;
            return container is { Type: "page" or "blogpost", Id: { } id } ? new ContentId(id) : null;
        }
        catch (IntegrationException failure) when (failure is NotFoundException or PermissionException)
        {
            return null;
        }
    }

    public Task<RestrictionDto> GetReadRestrictionAsync(string id, int start, CancellationToken cancellationToken) => api.GetReadRestrictionAsync(id, start, 200, cancellationToken);

    private static Task<ListDto<ContentDto>> ReadAsync(Task<Stream> answer, CancellationToken cancellationToken) => StreamedJson.ReadAsync(answer, ConfluenceJson.Default.ListDtoContentDto, cancellationToken);

    private SyncListing Map(ListDto<ContentDto> answer, string parameter, string? position)
    {
        IReadOnlyList<ContentDto> contents = Required.Member(answer.Results, "results");
        return new([.. contents.SelectMany(content => Map(content, answer.Links?.Base))], contents.Count > 0 ? NextLink.PositionOf(answer.Links, parameter, position) : null);
    }

    private IEnumerable<SyncItem> Map(ContentDto content, string? baseAddress) => SyncItems.Of(content.Id, content.Title, () =>
    {
        Required.Member(content.Status, "status");
        return SyncItems.Of(ContentMapping.ToMetadata(content, context.Name, baseAddress ?? context.SiteAddress) with
        {
            Labels = [.. (content.Metadata?.Labels?.Results ?? []).Select(static label => label.Name ?? string.Empty)],
        });
    });
}
