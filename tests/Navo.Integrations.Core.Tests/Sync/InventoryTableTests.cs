using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>The hash table in a file: places that meet, that are left, and that come around at the end.</summary>
public sealed class InventoryTableTests : IDisposable
{
    private const long Capacity = 64 * 1024; // more blocks than are kept in memory

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void Items_whose_places_meet_stand_one_behind_the_other_and_around_the_end()
    {
        using InventoryTable table = Table(1024);
        UInt128 last = 1023, same = 1023 + 1024, third = 1023 + 2048;
        foreach (UInt128 key in new[] { last, same, third })
        {
            table.Put(table.Locate(key), key, Slot((int)(ulong)key));
        }

        Assert.Equal([1023L, 0L, 1L], new[] { last, same, third }.Select(key => table.Locate(key).Place));
        Assert.Equal(3, table.Used);
        Assert.Equal(Slot(1023 + 1024), table.Locate(same).Slot);
        Assert.Equal(3, table.Scan().Count());
    }

    [Fact]
    public void A_place_that_was_left_is_taken_again_and_hides_nothing_behind_it()
    {
        using InventoryTable table = Table(1024);
        UInt128 first = 5, second = 5 + 1024, fresh = 5 + 2048;
        table.Put(table.Locate(first), first, Slot(1));
        table.Put(table.Locate(second), second, Slot(2));
        table.Leave(table.Locate(first).Place, first, Slot(1));
        Assert.Null(table.Locate(first).Slot);
        Assert.Equal((6L, SlotState.Taken), (table.Locate(second).Place, table.Locate(second).State));
        Assert.Equal((5L, SlotState.Left), (table.Locate(fresh).Place, table.Locate(fresh).State));
        table.Put(table.Locate(fresh), fresh, Slot(3));
        Assert.Equal(2, table.Used); // no free place was used up
        Assert.Equal([(fresh, Slot(3)), (second, Slot(2))], table.Scan());
    }

    [Fact]
    public void What_was_written_out_of_memory_is_read_back()
    {
        using InventoryTable table = Table(Capacity);
        for (long place = 0; place < Capacity; place += 7)
        {
            UInt128 key = (UInt128)place;
            table.Put(table.Locate(key), key, Slot((int)place));
        }

        for (long place = 0; place < Capacity; place++)
        {
            Assert.Equal(place % 7 == 0 ? Slot((int)place) : null, table.Locate((UInt128)place).Slot);
        }

        Assert.Equal(((Capacity - 1) / 7) + 1, table.Used);
    }

    [Fact]
    public void A_file_that_is_cut_off_under_it_is_told()
    {
        string path = Path.Combine(_folder.FullName, "blocks");
        using InventoryBlocks blocks = new(path, 1024 * InventoryBlocks.Length);
        blocks.Change(0)[0] = 1;
        Assert.Equal(1, blocks.Read(0)[0]);
        Assert.Throws<EndOfStreamException>(() => blocks.Read(1024).Length);
        Assert.Equal(1, blocks.Read(0)[0]); // what was changed had been written first
    }

    [Fact]
    public void The_index_grows_and_counts_by_partition_and_enumeration()
    {
        string path = Path.Combine(_folder.FullName, "index");
        using InventoryIndex index = new(path);
        Assert.Equal(0, index.LatestGeneration);
        for (int i = 0; i < 5000; i++)
        {
            index.Set((UInt128)(ulong)i, Slot(i) with { Partition = i % 2, Generation = 1 + (i % 3) });
        }

        Assert.Equal((5000L, 3), (index.Count, index.LatestGeneration));
        Assert.Equal((2500L, 1667L), index.CountOf(0, 3));
        Assert.Equal(1667, index.Unseen(0, 3).Count);
        Assert.Empty(index.Unseen(0, 1));
        index.Set(0, Slot(0) with { Partition = 1, Generation = 9 });
        Assert.Equal((5000L, 9, 2499L), (index.Count, index.LatestGeneration, index.CountOf(0, 3).Known));
        index.Remove(0);
        index.Remove(0);
        Assert.Equal((4999L, 3), (index.Count, index.LatestGeneration));
        Assert.Single(Directory.GetFiles(_folder.FullName));
        index.Clear();
        Assert.Equal((0L, 0, (0L, 0L)), (index.Count, index.LatestGeneration, index.CountOf(1, 9)));
        Assert.Null(index.Find(7));
    }

    [Fact]
    public void Places_that_items_have_left_are_won_back_without_growing()
    {
        using InventoryIndex index = new(Path.Combine(_folder.FullName, "index"));
        for (int i = 0; i < 100_000; i++)
        {
            index.Set((UInt128)(ulong)i, Slot(i));
            index.Remove((UInt128)(ulong)i);
        }

        Assert.Equal(0, index.Count);
        Assert.Equal(1024 * InventorySlot.Length, new FileInfo(Assert.Single(Directory.GetFiles(_folder.FullName))).Length);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private InventoryTable Table(long capacity) => new(Path.Combine(_folder.FullName, "table"), capacity);

    private static InventorySlot Slot(int n) => new((ulong)n, (ulong)n + 1, (ulong)n + 2, n + 3, n + 4, n + 5);
}
