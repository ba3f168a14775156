using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Keeps a copy of any source in step that tells what <see cref="ISyncSource"/> asks.</summary>
/// <param name="source">The source.</param>
/// <param name="inventory">What the copy has.</param>
/// <param name="ledger">What was not delivered.</param>
/// <param name="time">The clock.</param>
/// <param name="partitions">What it shares with other workers of the same sync; null where it is the only one.</param>
public sealed class ContentSync(ISyncSource source, ISyncInventory inventory, ISkipLedger ledger, TimeProvider time, IPartitionStore? partitions) : IContentSync
{
    private readonly PartitionMemory _partitions = new(source, time);
    private readonly IdentityPartition? _identities = source is IIdentitySource identities ? new(source, identities) : null;

    /// <summary>Makes a sync that is the only one of its inventory and its copy.</summary>
    /// <param name="source">The source.</param>
    /// <param name="inventory">What the copy has.</param>
    /// <param name="ledger">What was not delivered.</param>
    /// <param name="time">The clock.</param>
    public ContentSync(ISyncSource source, ISyncInventory inventory, ISkipLedger ledger, TimeProvider time)
        : this(source, inventory, ledger, time, null)
    {
    }

    /// <inheritdoc />
    public IntegrationName Name => source.Name;

    /// <inheritdoc />
    public ISyncRun SyncAsync(SyncScope scope, SyncCheckpoint? checkpoint = null, SyncOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        CheckpointState start = CheckpointState.Of(checkpoint, source.Name, scope, inventory.Id);
        return new SyncRun(ContextOf(start, options), scope, start, SharesOf(start), cancellationToken);
    }

    /// <inheritdoc />
    public ISyncRun RetrySkippedAsync(SkipReason? reason = null, CancellationToken cancellationToken = default)
    {
        CheckpointState start = CheckpointState.Of(null, source.Name, SyncScope.All, inventory.Id);
        return new RetryRun(ContextOf(start, null), reason, start, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<SyncEstimate> EstimateAsync(SyncScope scope, SyncCheckpoint? checkpoint = null, SyncOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        CheckpointState start = CheckpointState.Of(checkpoint, source.Name, scope, inventory.Id);
        start = SharesOf(start) is { } shares ? await shares.LoadAsync(cancellationToken).ConfigureAwait(false) : start;
        SyncContext context = ContextOf(start, options);
        bool isIncremental = context.Options.Mode == SyncMode.Incremental;
        List<PartitionEstimate> partitions = [];
        long began = time.GetTimestamp();
        await foreach (SyncPartition partition in context.Partitions.ListAsync(scope, options?.Partitions, cancellationToken).ConfigureAwait(false))
        {
            string? changesFrom = isIncremental ? start.Partitions.GetValueOrDefault(partition.Id)?.Changes : null;
            SourceAnswer<PartitionEstimate> answer = await context.AskAsync(read => read.EstimateAsync(partition, changesFrom, cancellationToken), cancellationToken).ConfigureAwait(false);
            partitions.Add(answer.Error is { } failure ? throw failure : answer.Value!);
        }

        TimeSpan each = time.GetElapsedTime(began) / (partitions.Count + 1); // a request for each, and one for their list at least
        SyncEstimate estimate = new() { Partitions = partitions };
        return estimate with { Duration = estimate.Requests is { } requests ? each * requests : null };
    }

    private PartitionShares? SharesOf(CheckpointState start) => partitions is null ? null : new(partitions, start);

    private SyncContext ContextOf(CheckpointState start, SyncOptions? options)
    {
        bool isOfGroups = options?.Mode == SyncMode.IdentitiesOnly;
        ISyncSource read = isOfGroups ? _identities ?? throw TellsNoGroups() : source;
        PartitionMemory memory = isOfGroups ? new(read, time) : _partitions;
        return new(read, memory, inventory, ledger, new AckQueue(start, inventory), options ?? new(), time) { IsShared = partitions is not null, Identities = _identities };
    }

    private InvalidQueryException TellsNoGroups() => new($"{source.Name} does not tell who belongs to which group.")
    {
        Remedy = $"Use another mode, or implement {nameof(IIdentitySource)} in the source.",
    };
}
