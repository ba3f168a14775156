namespace Navo.Integrations.Core.Sync;

/// <summary>A hash table of a fixed size in a file that goes when it is closed. Places are tried one after the other. Not safe for concurrent use.</summary>
internal sealed class InventoryTable : IDisposable
{
    private const int AtOnce = 8;
    private const int ScanLength = 1 << 16;

    private readonly FileStream _file;
    private readonly byte[] _window = new byte[InventorySlot.Length * AtOnce];

    /// <summary>Makes an empty one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="capacity">How many places it has; a power of two.</param>
    public InventoryTable(string path, long capacity)
    {
        Capacity = capacity;
        _file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        _file.SetLength(capacity * InventorySlot.Length);
    }

    public long Capacity { get; }

    /// <summary>How many places are not free any more.</summary>
    public long Used { get; private set; }

    /// <summary>Where an item stands, or else where it would be put: in a place that another left, or in a free one.</summary>
    public (long Place, InventorySlot? Slot, SlotState State) Locate(UInt128 key)
    {
        long? left = null;
        for (long place = (long)((ulong)key & (ulong)(Capacity - 1)); ;)
        {
            int slots = (int)Math.Min(AtOnce, Capacity - place);
            ReadWhole(_window.AsSpan(0, slots * InventorySlot.Length), place);
            for (int i = 0; i < slots; i++)
            {
                ReadOnlySpan<byte> bytes = _window.AsSpan(i * InventorySlot.Length, InventorySlot.Length);
                SlotState state = InventorySlot.StateOf(bytes);
                if (state == SlotState.Free)
                {
                    return (left ?? place + i, null, left is null ? SlotState.Free : SlotState.Left);
                }

                if (state == SlotState.Left)
                {
                    left ??= place + i;
                }
                else if (InventorySlot.KeyOf(bytes) == key)
                {
                    return (place + i, InventorySlot.Read(bytes), state);
                }
            }

            place = (place + slots) % Capacity;
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
        byte[] block = new byte[ScanLength];
        int places = ScanLength / InventorySlot.Length;
        for (long place = 0; place < Capacity; place += places)
        {
            int slots = (int)Math.Min(places, Capacity - place);
            ReadWhole(block.AsSpan(0, slots * InventorySlot.Length), place);
            for (int i = 0; i < slots; i++)
            {
                Memory<byte> bytes = block.AsMemory(i * InventorySlot.Length, InventorySlot.Length);
                if (InventorySlot.StateOf(bytes.Span) == SlotState.Taken)
                {
                    yield return (InventorySlot.KeyOf(bytes.Span), InventorySlot.Read(bytes.Span));
                }
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private void Write(long place, UInt128 key, InventorySlot slot, SlotState state)
    {
        Span<byte> bytes = stackalloc byte[InventorySlot.Length];
        slot.Write(bytes, key, state);
        RandomAccess.Write(_file.SafeFileHandle, bytes, place * InventorySlot.Length);
    }

    private void ReadWhole(Span<byte> bytes, long place)
    {
        for (int read = 0; read < bytes.Length;)
        {
            int more = RandomAccess.Read(_file.SafeFileHandle, bytes[read..], (place * InventorySlot.Length) + read);
            read += more > 0 ? more : throw new EndOfStreamException("The index of the inventory was cut off by something else.");
        }
    }
}
