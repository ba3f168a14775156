using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// Compares an item with what the copy has of it, and makes the change that brings the copy there. Before a change is told the inventory has to say that it may be: a run that ends between the
/// telling and the acknowledgement would else leave an item in the copy of which nobody knows.
/// </summary>
internal sealed class ItemTeller(SyncContext context, SyncPartition partition, CertificateBuilder certificate)
{
    /// <summary>What this run's enumeration has had, where the inventory does not say.</summary>
    private readonly HashSet<ulong> _counted = [];

    /// <summary>Whether the enumeration was begun by this run: then what the inventory says that it has seen, this run has.</summary>
    public bool IsFresh { get; init; }

    /// <summary>What an enumeration from this one on has seen was told after changes go on: it need not be told again as touched.</summary>
    public int SeenSince { get; init; } = int.MaxValue;

    private SyncMode Mode => context.Options.Mode;

    private bool TellsEverything => Mode is SyncMode.Incremental or SyncMode.Full or SyncMode.IdentitiesOnly;

    /// <summary>Takes an item of an enumeration or of changes.</summary>
    /// <param name="segment">The page.</param>
    /// <param name="item">The item; one that is gone is the caller's business.</param>
    /// <param name="generation">The enumeration that sees it; null for changes, where it keeps that which saw it.</param>
    /// <param name="whenNew">The enumeration that a new item counts for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The change, to be told once the inventory is flushed; null where there is none.</returns>
    public async ValueTask<ContentChange?> TellAsync(AckSegment segment, SyncItem item, int? generation, int whenNew, CancellationToken cancellationToken)
    {
        InventoryEntry? known = await context.Inventory.FindAsync(item.Id, cancellationToken).ConfigureAwait(false);
        int seen = generation ?? Math.Max(known?.Generation ?? 0, whenNew);
        bool isFirst = generation is not { } enumeration || IsFirst(item, known, enumeration);
        certificate.Seen += isFirst ? 1 : 0;
        (ContentChange? change, InventoryEntry? intent, Func<bool, CancellationToken, ValueTask>? settle) = item switch
        {
            SyncItem.Skipped skipped when TellsEverything => Skip(skipped, known, seen),
            SyncItem.Present present => Compare(generation is { } now && known?.Generation >= Math.Min(now, SeenSince) ? present with { IsTouched = false } : present, known, seen),
            SyncItem.Group group => Compare(group, known, seen),
            _ => (null, known is { } entry ? entry with { Partition = partition.Id, Generation = seen } : null, null),
        };
        if (intent is { } mark && mark != known)
        {
            await context.Inventory.PutAsync(item.Id, mark, cancellationToken).ConfigureAwait(false);
        }

        if (change is null)
        {
            certificate.Unchanged += isFirst ? 1 : 0;
            return null;
        }

        certificate.Told += isFirst && change is not ContentSkipped ? 1 : 0;
        return context.Acks.Tell(segment, change, settle!);
    }

    /// <summary>
    /// Whether an item is had for the first time: a list that shifts while it is paged through shows items twice, which must not hide that it loses others. The inventory knows, but for two cases: an
    /// enumeration that an earlier run began may have noted items of pages that are read again, and modes that do not tell items do not note those that the copy lacks.
    /// </summary>
    private bool IsFirst(SyncItem item, InventoryEntry? known, int generation) => IsFresh && (TellsEverything || known is not null)
        ? known is not { } had || had.Partition != partition.Id || had.Generation < generation
        : _counted.Add(SyncHash.Of(item.Id.Value));

    /// <summary>Makes the change that an item is gone.</summary>
    public async ValueTask<ContentChange> DeleteAsync(AckSegment segment, ContentId id, DeletionCause cause, CancellationToken cancellationToken)
    {
        certificate.Deleted++;
        InventoryEntry? intent = null;
        if (await context.Inventory.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } known)
        {
            intent = known with { Content = SyncHash.Unsettled() };
            await context.Inventory.PutAsync(id, intent.Value, cancellationToken).ConfigureAwait(false);
        }

        ContentChange deletion = partition.Id == SyncOptions.IdentitiesPartition
            ? new GroupDeleted { Id = id, Partition = partition.Id, Group = IdentityPartition.GroupOf(id), Cause = cause }
            : new ContentDeleted { Id = id, Partition = partition.Id, Cause = cause };
        return context.Acks.Tell(segment, deletion, Settling(id, intent, null));
    }

    private (ContentChange? Change, InventoryEntry? Intent, Func<bool, CancellationToken, ValueTask>? Settle) Compare(SyncItem.Present item, InventoryEntry? known, int generation)
    {
        InventoryEntry now = ItemMarks.Of(partition.Id, item, generation);
        now = now.Access == SyncHash.Unknown ? now with { Access = known?.Access ?? SyncHash.Unknown } : now;
        if (!TellsEverything)
        {
            return CompareAccess(item, known, now);
        }

        ContentChange? change = ChangeOf(item, known, now)
            ?? (item.IsTouched ? new ContentUpserted { Id = item.Id, Partition = partition.Id, Metadata = item.Metadata } : null);
        InventoryEntry intent = now with { Content = SyncHash.Unsettled() };
        return change is null ? (null, now, null) : (change, intent, Settling(item.Id, intent, now));
    }

    private (ContentChange? Change, InventoryEntry? Intent, Func<bool, CancellationToken, ValueTask>? Settle) Compare(SyncItem.Group group, InventoryEntry? known, int generation)
    {
        InventoryEntry now = ItemMarks.Of(partition.Id, group, generation);
        InventoryEntry intent = now with { Content = SyncHash.Unsettled() };
        return known is { } old && old.Content == now.Content && old.Place == now.Place
            ? (null, now, null)
            : (new GroupChanged { Id = group.Id, Partition = partition.Id, Group = group.Principal, Name = group.Name, Members = group.Members }, intent, Settling(group.Id, intent, now));
    }

    private (ContentChange? Change, InventoryEntry? Intent, Func<bool, CancellationToken, ValueTask>? Settle) CompareAccess(SyncItem.Present item, InventoryEntry? known, InventoryEntry now)
    {
        if (known is not { } old)
        {
            return (null, null, null); // a run that tells content is going to
        }

        InventoryEntry seen = old with { Partition = partition.Id, Generation = now.Generation };
        InventoryEntry intent = seen with { Access = SyncHash.Unsettled() };
        return Mode != SyncMode.AccessOnly || old.Access == now.Access
            ? (null, seen, null)
            : (new ContentAccessChanged { Id = item.Id, Partition = partition.Id }, intent, Settling(item.Id, intent, seen with { Access = now.Access }));
    }

    private ContentChange? ChangeOf(SyncItem.Present item, InventoryEntry? known, InventoryEntry now) => known switch
    {
        null => new ContentUpserted { Id = item.Id, Partition = partition.Id, Metadata = item.Metadata, IsNew = true },
        { } old when old.Content != now.Content => new ContentUpserted { Id = item.Id, Partition = partition.Id, Metadata = item.Metadata },
        { } old when old.Place != now.Place => new ContentMoved { Id = item.Id, Partition = partition.Id, Metadata = item.Metadata },
        { } old when old.Access != now.Access => new ContentAccessChanged { Id = item.Id, Partition = partition.Id },
        _ => null,
    };

    /// <summary>What is noted when a change is acknowledged. When it is an earlier one of the item, it is looked whether another worker has told of the item since the later one.</summary>
    private Func<bool, CancellationToken, ValueTask> Settling(ContentId id, InventoryEntry? intent, InventoryEntry? entry) => (isThis, token) =>
        isThis ? SettleAsync(id, intent, entry, token) : context.IsShared ? NoteAsync(id, intent, intent, token) : default;

    private async ValueTask SettleAsync(ContentId id, InventoryEntry? intent, InventoryEntry? entry, CancellationToken cancellationToken)
    {
        await NoteAsync(id, intent, entry, cancellationToken).ConfigureAwait(false);
        await context.Ledger.RemoveAsync(context.Source.Name, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes what the copy has of an item; null where it has nothing any more.</summary>
    private async ValueTask NoteAsync(ContentId id, InventoryEntry? intent, InventoryEntry? entry, CancellationToken cancellationToken)
    {
        if (!await context.Inventory.ReplaceAsync(id, intent, entry, cancellationToken).ConfigureAwait(false))
        {
            await LeaveOpenAsync(id, isThere: entry is not null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Another worker has told of the item since, and nobody knows which of the two the copy heard last: the item stays open, for the other too, and the next enumeration tells it again.</summary>
    private async ValueTask LeaveOpenAsync(ContentId id, bool isThere, CancellationToken cancellationToken)
    {
        InventoryEntry? known = await context.Inventory.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (known is not null || isThere)
        {
            InventoryEntry entry = known ?? new(partition.Id, SyncHash.Unknown, SyncHash.Unknown, SyncHash.Unknown, 0);
            await context.Inventory.PutAsync(id, entry with { Content = SyncHash.Unsettled() }, cancellationToken).ConfigureAwait(false);
            await context.Inventory.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An item that can't be delivered is told anew as soon as it can, whatever the copy did with what it had.</summary>
    private (ContentChange? Change, InventoryEntry? Intent, Func<bool, CancellationToken, ValueTask>? Settle) Skip(SyncItem.Skipped item, InventoryEntry? known, int generation)
    {
        certificate.Skip(item.Reason);
        DateTimeOffset now = context.Time.GetUtcNow();
        SkippedItem skipped = new()
        {
            Id = item.Id,
            Source = context.Source.Name,
            Partition = partition.Id,
            Reason = item.Reason,
            Title = item.Title,
            WebAddress = item.WebAddress,
            Size = item.Size,
            ErrorType = item.ErrorType,
            FirstSeen = now,
            LastSeen = now,
        };
        InventoryEntry intent = new(partition.Id, SyncHash.Unsettled(), known?.Place ?? SyncHash.Unknown, known?.Access ?? SyncHash.Unknown, generation);
        return (new ContentSkipped { Id = item.Id, Partition = partition.Id, Item = skipped }, intent, SettleAsync);

        async ValueTask SettleAsync(bool isThis, CancellationToken token)
        {
            await Settling(item.Id, intent, intent)(false, token).ConfigureAwait(false); // as open as it is
            await (isThis ? context.Ledger.RecordAsync(skipped, token) : default).ConfigureAwait(false);
        }
    }
}
