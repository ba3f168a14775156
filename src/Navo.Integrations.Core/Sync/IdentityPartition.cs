using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>The groups of a source as one partition, which is enumerated, compared and cleared like any other.</summary>
internal sealed class IdentityPartition(ISyncSource source, IIdentitySource identities) : ISyncSource
{
    private const string Prefix = "group:";
    private static readonly SyncPartition Groups = new(SyncOptions.IdentitiesPartition, "Groups");

    public IntegrationName Name => source.Name;

    public TimeSpan SweepInterval => source.SweepInterval;

    /// <summary>The id that a group has among content.</summary>
    public static ContentId IdOf(PrincipalId group) => new($"{Prefix}{group}");

    /// <summary>The group that has an id among content.</summary>
    public static PrincipalId GroupOf(ContentId id) => PrincipalId.Parse(id.Value[Prefix.Length..]);

    public IAsyncEnumerable<SyncPartition> GetPartitionsAsync(SyncScope scope, CancellationToken cancellationToken) => new[] { Groups }.ToAsyncEnumerable();

    /// <summary>No source tells changes of groups: a run enumerates them.</summary>
    public Task<string> GetChangePositionAsync(SyncPartition partition, CancellationToken cancellationToken) => Task.FromResult(string.Empty);

    public async Task<SyncPage> EnumerateAsync(SyncPartition partition, SyncPageRequest request, CancellationToken cancellationToken)
    {
        IdentityPage page = await identities.GetGroupsAsync(request.Position, cancellationToken).ConfigureAwait(false);
        return page.MustRestart && request.Position is null
            ? throw new ProtocolException("The list of groups has no beginning.")
            : new() { Items = page.MustRestart ? [] : [.. page.Groups.Select(ToItem)], Position = page.MustRestart ? string.Empty : page.Position, IsLast = page.IsLast, MustEnumerate = page.MustRestart };
    }

    public Task<SyncPage> GetChangesAsync(SyncPartition partition, string position, CancellationToken cancellationToken) => Task.FromResult(new SyncPage { Position = string.Empty, MustEnumerate = true });

    public async Task<SyncItem> FindAsync(SyncPartition partition, ContentId id, CancellationToken cancellationToken) =>
        await identities.FindGroupAsync(GroupOf(id), cancellationToken).ConfigureAwait(false) is { } group ? ToItem(group) : new SyncItem.Gone(id, DeletionCause.NotListed);

    public Task<long?> CountAsync(SyncPartition partition, CancellationToken cancellationToken) => Task.FromResult<long?>(null);

    public Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken) =>
        Task.FromResult(new PartitionEstimate(Groups.Id, Groups.Title, null, null, null));

    private static SyncItem ToItem(IdentityGroup group) => group.Members is { } members
        ? new SyncItem.Group(group.Id, group.Name, [.. members.Distinct().OrderBy(static member => member.ToString(), StringComparer.Ordinal)])
        : new SyncItem.Skipped(IdOf(group.Id), group.Reason) { Title = group.Name, ErrorType = group.ErrorType };
}
