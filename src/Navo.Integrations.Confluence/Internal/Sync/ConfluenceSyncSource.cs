using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Confluence as a sync sees it: spaces, pages and blog posts, and groups.</summary>
internal sealed class ConfluenceSyncSource(IntegrationName name, ISyncDesk desk, IConfluenceDesk content, Func<ConfluenceSettings> current, TimeProvider time) : ISyncSource, IIdentitySource
{
    private readonly PlaceMemory _places = new();
    private readonly SyncSpaces _spaces = new(content, current);
    private readonly SyncAccess _access = new(desk, content);

    public IntegrationName Name => name;

    /// <summary>Moves, deletions for good, restored and archived pages show in no search.</summary>
    public TimeSpan SweepInterval => TimeSpan.FromDays(1);

    /// <summary>Attachments and comments.</summary>
    public bool TellsTouched => true;

    /// <summary>The groups.</summary>
    public required IIdentitySource Groups { private get; init; }

    private SyncEnumeration Enumeration => field ??= new(desk, _places);

    private SyncChanges Changes => field ??= new(desk, new(desk, () => _spaces.Boundary), _places, time);

    public async IAsyncEnumerable<SyncPartition> GetPartitionsAsync(SyncScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ContainerRef space in _spaces.ListAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            yield return new(space.Key, space.Name);
        }
    }

    public async Task<string> GetChangePositionAsync(SyncPartition partition, CancellationToken cancellationToken) =>
        await Changes.StartAsync(await SpaceAsync(partition, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public async Task<SyncPage> EnumerateAsync(SyncPartition partition, SyncPageRequest request, CancellationToken cancellationToken)
    {
        ContainerRef space = await SpaceAsync(partition, cancellationToken).ConfigureAwait(false);
        SyncPage page = await Enumeration.ReadAsync(space, request.Position, cancellationToken).ConfigureAwait(false);
        return request.WithAccess ? page with { Items = await _access.MarkAsync(space, page.Items, cancellationToken).ConfigureAwait(false) } : page;
    }

    public async Task<SyncPage> GetChangesAsync(SyncPartition partition, string position, CancellationToken cancellationToken) =>
        await Changes.ReadAsync(await SpaceAsync(partition, cancellationToken).ConfigureAwait(false), position, cancellationToken).ConfigureAwait(false);

    /// <summary>What has moved out of the configured spaces is gone.</summary>
    public async Task<SyncItem> FindAsync(SyncPartition partition, ContentId id, CancellationToken cancellationToken)
    {
        SyncItem item = await desk.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return item is SyncItem.Present present && !_spaces.Boundary.Contains(present.Metadata.Container) ? new SyncItem.Gone(id, DeletionCause.NotListed) : item;
    }

    public async Task<long?> CountAsync(SyncPartition partition, CancellationToken cancellationToken)
    {
        ContainerRef space = await SpaceAsync(partition, cancellationToken).ConfigureAwait(false);
        return (await desk.SearchAsync(SyncQueries.Items(space), 1, null, cancellationToken).ConfigureAwait(false)).TotalSize;
    }

    /// <summary>For changes an upper bound: those of the hours that a search looks back for the sake of time zones count too.</summary>
    public async Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken)
    {
        if ((changesFrom is null ? null : ChangePosition.Parse(changesFrom)) is not { } from)
        {
            long? all = await CountAsync(partition, cancellationToken).ConfigureAwait(false);
            return new(partition.Id, partition.Title, all, (all / desk.PageSize) + desk.Lists.Count + 2, null);
        }

        ContainerRef space = await SpaceAsync(partition, cancellationToken).ConfigureAwait(false);
        long? changed = (await desk.SearchAsync(SyncQueries.Changes(space, from.From), 1, null, cancellationToken).ConfigureAwait(false)).TotalSize;
        return new(partition.Id, partition.Title, changed, (changed / desk.ChangesPerRequest) + desk.Bins.Count + 1, null);
    }

    public Task<IdentityPage> GetGroupsAsync(string? position, CancellationToken cancellationToken) => Groups.GetGroupsAsync(position, cancellationToken);

    public Task<IdentityGroup?> FindGroupAsync(PrincipalId group, CancellationToken cancellationToken) => Groups.FindGroupAsync(group, cancellationToken);

    private Task<ContainerRef> SpaceAsync(SyncPartition partition, CancellationToken cancellationToken) => _spaces.FindAsync(partition.Id, cancellationToken);
}
