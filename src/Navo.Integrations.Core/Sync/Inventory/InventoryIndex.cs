namespace Navo.Integrations.Core.Sync;

/// <summary>
/// Where each item of the inventory stands, on disk, so that a million items take no more memory than ten. It is made anew from the records whenever they are opened, so nothing of it has to
/// survive. Not safe for concurrent use.
/// </summary>
internal sealed class InventoryIndex : IDisposable
{
    private const long FirstCapacity = 1 << 10;

    private readonly Dictionary<(int Partition, int Generation), long> _counts = [];
    private readonly string _path;
    private InventoryTable _table;

    /// <summary>Makes an empty one, and tidies up after a process that was killed.</summary>
    public InventoryIndex(string path)
    {
        _path = path;
        foreach (string left in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, $"{Path.GetFileName(path)}-*"))
        {
            File.Delete(left);
        }

        _table = NewTable(FirstCapacity);
    }

    /// <summary>How many items there are.</summary>
    public long Count { get; private set; }

    /// <summary>The latest enumeration that saw any of them; 0 where there is none.</summary>
    public int LatestGeneration => _counts.Keys.Select(static key => key.Generation).DefaultIfEmpty().Max();

    public InventorySlot? Find(UInt128 key) => _table.Locate(key).Slot;

    public void Set(UInt128 key, InventorySlot slot)
    {
        (long Place, InventorySlot? Slot, SlotState State) at = _table.Locate(key);
        _table.Put(at, key, slot);
        Tally(slot, 1);
        if (at.Slot is { } before)
        {
            Tally(before, -1);
        }
        else
        {
            GrowIfFull();
        }
    }

    public void Remove(UInt128 key)
    {
        (long place, InventorySlot? known, _) = _table.Locate(key);
        if (known is { } before)
        {
            _table.Leave(place, key, before);
            Tally(before, -1);
        }
    }

    /// <summary>Counts the items of a partition, and those of them that no enumeration from a given one on has seen.</summary>
    public (long Known, long Unseen) CountOf(int partition, int generation)
    {
        IEnumerable<KeyValuePair<(int Partition, int Generation), long>> counts = _counts.Where(count => count.Key.Partition == partition);
        return (counts.Sum(static count => count.Value), counts.Where(count => count.Key.Generation < generation).Sum(static count => count.Value));
    }

    /// <summary>The items of a partition that no enumeration from a given one on has seen.</summary>
    public IReadOnlyList<UInt128> Unseen(int partition, int generation) => CountOf(partition, generation).Unseen == 0
        ? []
        : [.. _table.Scan().Where(item => item.Slot.Partition == partition && item.Slot.Generation < generation).Select(static item => item.Key)];

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Replace(FirstCapacity).Dispose();
        _counts.Clear();
        Count = 0;
    }

    public void Dispose() => _table.Dispose();

    private void Tally(InventorySlot slot, int by)
    {
        Count += by;
        long count = _counts[(slot.Partition, slot.Generation)] = _counts.GetValueOrDefault((slot.Partition, slot.Generation)) + by;
        if (count == 0)
        {
            _counts.Remove((slot.Partition, slot.Generation));
        }
    }

    private void GrowIfFull()
    {
        if (_table.Used * 10 < _table.Capacity * 7)
        {
            return;
        }

        using InventoryTable old = Replace(Count * 10 < _table.Capacity * 3 ? _table.Capacity : _table.Capacity * 2); // many places that items have left
        foreach ((UInt128 key, InventorySlot slot) in old.Scan())
        {
            _table.Put(_table.Locate(key), key, slot);
        }
    }

    /// <summary>Puts an empty table in the place of the present one, which the caller closes.</summary>
    private InventoryTable Replace(long capacity)
    {
        InventoryTable old = _table;
        _table = NewTable(capacity);
        return old;
    }

    /// <summary>Each table has a name of its own, for two are open at a time.</summary>
    private InventoryTable NewTable(long capacity) => new($"{_path}-{Guid.NewGuid():N}", capacity);
}
