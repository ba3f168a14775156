namespace Navo.Integrations.Core.Sync;

/// <summary>A hash table of a fixed size in a file that goes when it is closed. Places are tried one after the other. Not safe for concurrent use.</summary>
internal sealed class InventoryTable : IDisposable
{
    private const int InBlock = InventoryBlocks.Length / InventorySlot.Length;

    private readonly InventoryBlocks _blocks;

    /// <summary>Makes an empty one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="capacity">How many places it has; a power of two, and a block's worth or more.</param>
    public InventoryTable(string path, long capacity)
    {
        Capacity = capacity;
        _blocks = new(path, capacity * InventorySlot.Length);
    }

    public long Capacity { get; }

    /// <summary>How many places are not free any more.</summary>
    public long Used { get; private set; }

    /// <summary>Where an item stands, or else where it would be put: in a place that another left, or in a free one.</summary>
    public (long Place, InventorySlot? Slot, SlotState State) Locate(UInt128 key)
    {
        long? left = null;
        for (long place = (long)((ulong)key & (ulong)(Capacity - 1)); ; place = (place + 1) % Capacity)
        {
            ReadOnlySpan<byte> bytes = Slice(_blocks.Read(place / InBlock), place);
            SlotState state = InventorySlot.StateOf(bytes);
            if (state == SlotState.Free)
            {
                return (left ?? place, null, left is null ? SlotState.Free : SlotState.Left);
            }

            if (state == SlotState.Left)
            {
                left ??= place;
            }
            else if (InventorySlot.KeyOf(bytes) == key)
            {
                return (place, InventorySlot.Read(bytes), state);
            }
        }
    }

    /// <summary>Puts an item into the place that <see cref="Locate"/> gave.</summary>
    public void Put((long Place, InventorySlot? Slot, SlotState State) at, UInt128 key, InventorySlot slot)
    {
        Used += at.State == SlotState.Free ? 1 : 0;
        Write(at.Place, key, slot, SlotState.Taken);
    }

    /// <summary>Takes an item out of its place.</summary>
    public void Leave(long place, UInt128 key, InventorySlot slot) => Write(place, key, slot, SlotState.Left);

    /// <summary>All items, in no order. The table is not to be changed meanwhile.</summary>
    public IEnumerable<(UInt128 Key, InventorySlot Slot)> Scan()
    {
        for (long place = 0; place < Capacity; place++)
        {
            if (Read(place) is { } item)
            {
                yield return item;
            }
        }
    }

    public void Dispose() => _blocks.Dispose();

    private (UInt128 Key, InventorySlot Slot)? Read(long place)
    {
        ReadOnlySpan<byte> bytes = Slice(_blocks.Read(place / InBlock), place);
        return InventorySlot.StateOf(bytes) == SlotState.Taken ? (InventorySlot.KeyOf(bytes), InventorySlot.Read(bytes)) : null;
    }

    private void Write(long place, UInt128 key, InventorySlot slot, SlotState state)
    {
        Span<byte> block = _blocks.Change(place / InBlock);
        slot.Write(block.Slice((int)(place % InBlock) * InventorySlot.Length, InventorySlot.Length), key, state);
    }

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> block, long place) => block.Slice((int)(place % InBlock) * InventorySlot.Length, InventorySlot.Length);
}
