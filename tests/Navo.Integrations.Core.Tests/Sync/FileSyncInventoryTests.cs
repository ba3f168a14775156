using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>The inventory in a file survives restarts, cut-off writes and its own tidying up.</summary>
public sealed class FileSyncInventoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "model.inventory");

    [Fact]
    public async Task It_says_after_a_restart_what_it_said_before()
    {
        string id;
        using (FileSyncInventory inventory = FileSyncInventory.Open(File))
        {
            id = inventory.Id;
            await FillAsync(inventory, 100);
            await inventory.RemoveAsync(new("7"), Token);
            await inventory.RemoveAsync(new("none"), Token);
            await inventory.FlushAsync(Token);
        }

        using FileSyncInventory again = FileSyncInventory.Open(File);
        Assert.Equal(id, again.Id);
        Assert.Equal(new InventoryEntry("space 1", 9, 9, 9, 1), await again.FindAsync(new("9"), Token));
        Assert.Null(await again.FindAsync(new("7"), Token));
        Assert.Equal((49, 49), await again.CountAsync("space 1", 2, Token));
        Assert.Equal(49, await again.GetUnseenAsync("space 1", 2, Token).CountAsync(Token));
        Assert.Equal(1, await again.GetLatestGenerationAsync(Token));
    }

    [Fact]
    public async Task A_write_that_was_cut_off_anywhere_costs_itself_and_nothing_before_it()
    {
        using (FileSyncInventory inventory = FileSyncInventory.Open(File))
        {
            await FillAsync(inventory, 3);
        }

        byte[] whole = await System.IO.File.ReadAllBytesAsync(File, Token);
        for (int cut = whole.Length - 1; cut >= whole.Length - 40; cut--)
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..cut], Token);
            using FileSyncInventory inventory = FileSyncInventory.Open(File);
            Assert.Null(await inventory.FindAsync(new("2"), Token));
            Assert.NotNull(await inventory.FindAsync(new("1"), Token));
            await inventory.PutAsync(new("2"), new("space 0", 5, 5, 5, 5), Token);
            Assert.Equal(5UL, (await inventory.FindAsync(new("2"), Token))!.Value.Content);
        }
    }

    [Fact]
    public async Task It_is_written_anew_when_most_of_it_is_out_of_date()
    {
        using FileSyncInventory inventory = FileSyncInventory.Open(File);
        for (int round = 1; round <= 120; round++)
        {
            await FillAsync(inventory, 1000, round);
        }

        await inventory.FlushAsync(Token);
        Assert.True(new FileInfo(File).Length < 2_500_000, $"{new FileInfo(File).Length} bytes for 1,000 items");
        Assert.Equal((500, 0), await inventory.CountAsync("space 1", 120, Token));
        Assert.Contains(new ContentId("999"), await inventory.GetUnseenAsync("space 1", 121, Token).ToListAsync(Token));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task It_says_the_same_as_a_dictionary_whatever_is_done_to_it(int seed)
    {
        Random random = new(seed);
        InMemorySyncInventory model = new();
        FileSyncInventory inventory = FileSyncInventory.Open(File);
        for (int step = 0; step < 20_000; step++)
        {
            ContentId id = new($"{random.Next(4000)}");
            if (random.Next(4) == 0)
            {
                await model.RemoveAsync(id, Token);
                await inventory.RemoveAsync(id, Token);
            }
            else
            {
                InventoryEntry entry = new($"space {random.Next(3)}", (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), random.Next(5));
                await model.PutAsync(id, entry, Token);
                await inventory.PutAsync(id, entry, Token);
            }

            if (random.Next(5000) == 0)
            {
                inventory.Dispose();
                inventory = FileSyncInventory.Open(File);
            }
        }

        using FileSyncInventory last = inventory;
        for (int i = 0; i < 4000; i++)
        {
            Assert.Equal(await model.FindAsync(new($"{i}"), Token), await last.FindAsync(new($"{i}"), Token));
        }

        for (int generation = 0; generation < 6; generation++)
        {
            Assert.Equal(await model.CountAsync("space 1", generation, Token), await last.CountAsync("space 1", generation, Token));
            Assert.Equal(
                (await model.GetUnseenAsync("space 1", generation, Token).ToListAsync(Token)).Select(static id => id.Value).Order(StringComparer.Ordinal),
                (await last.GetUnseenAsync("space 1", generation, Token).ToListAsync(Token)).Select(static id => id.Value).Order(StringComparer.Ordinal));
        }

        Assert.Equal(await model.GetLatestGenerationAsync(Token), await last.GetLatestGenerationAsync(Token));
    }

    [Fact]
    public async Task What_a_killed_process_left_of_the_index_is_tidied_up_and_nothing_is_left_by_one_that_ended()
    {
        string left = $"{File}.index-{Guid.NewGuid():N}";
        await System.IO.File.WriteAllTextAsync(left, "left over", Token);
        using (FileSyncInventory inventory = FileSyncInventory.Open(File))
        {
            await FillAsync(inventory, 5000);
            Assert.False(System.IO.File.Exists(left));
        }

        Assert.Equal([File], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task Another_file_or_one_in_use_is_refused_with_what_to_do()
    {
        await System.IO.File.WriteAllTextAsync(File, "an inventory is something else altogether, whatever its name says", Token);
        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => FileSyncInventory.Open(File));
        Assert.Equal($"The inventory '{File}' can't be opened (InvalidDataException).", refused.Message);
        Assert.Equal("Give a file of its own that the process may write, one for each sync; delete one that is no inventory: everything is then compared anew.", refused.Remedy);
        await System.IO.File.WriteAllTextAsync(File, "navo-inventory-1 short", Token);
        Assert.Throws<ConfigurationException>(() => FileSyncInventory.Open(File));
        System.IO.File.Delete(File); // it was closed again
        using FileSyncInventory inventory = FileSyncInventory.Open(File);
        Assert.Throws<ConfigurationException>(() => FileSyncInventory.Open(File));
        Assert.Throws<ArgumentException>(() => FileSyncInventory.Open(" "));
    }

    [Fact]
    public async Task A_sync_goes_on_after_a_restart()
    {
        SyncCheckpoint checkpoint;
        using (FileSyncInventory inventory = FileSyncInventory.Open(File))
        {
            using SyncWorld world = new(items: 30, inventory);
            await world.RunAsync();
            checkpoint = world.Checkpoint!;
        }

        using FileSyncInventory reopened = FileSyncInventory.Open(File);
        using SyncWorld later = new(items: 30, reopened) { Checkpoint = checkpoint };
        Assert.Empty(await later.RunAsync(new() { Mode = SyncMode.Full }));
    }

    [Fact]
    public async Task Of_two_who_write_the_one_who_knows_what_stands_there_wins()
    {
        using FileSyncInventory file = FileSyncInventory.Open(File);
        InventoryEntry one = new("a", 1, 1, 1, 1), two = new("a", 2, 2, 2, 2);
        foreach (ISyncInventory inventory in new ISyncInventory[] { file, new InMemorySyncInventory() })
        {
            ContentId id = new("x");
            Assert.True(await inventory.ReplaceAsync(id, null, null, Token));
            Assert.False(await inventory.ReplaceAsync(id, one, two, Token));
            Assert.True(await inventory.ReplaceAsync(id, null, one, Token));
            Assert.False(await inventory.ReplaceAsync(id, null, two, Token));
            Assert.False(await inventory.ReplaceAsync(id, null, null, Token));
            Assert.False(await inventory.ReplaceAsync(id, two, null, Token));
            Assert.Equal(one, await inventory.FindAsync(id, Token));
            Assert.True(await inventory.ReplaceAsync(id, one, one, Token));
            Assert.True(await inventory.ReplaceAsync(id, one, two, Token));
            Assert.True(await inventory.ReplaceAsync(id, two, null, Token));
            Assert.Null(await inventory.FindAsync(id, Token));
        }
    }

    [Fact]
    public async Task What_changes_nothing_is_not_written()
    {
        using FileSyncInventory inventory = FileSyncInventory.Open(File);
        InventoryEntry entry = new("a", 1, 1, 1, 1);
        await inventory.PutAsync(new("x"), entry, Token);
        await inventory.FlushAsync(Token);
        long before = new FileInfo(File).Length;
        await inventory.ReplaceAsync(new("x"), entry, entry, Token);
        await inventory.ReplaceAsync(new("x"), null, entry, Token);
        await inventory.RemoveAsync(new("y"), Token);
        await inventory.FlushAsync(Token);
        Assert.Equal(before, new FileInfo(File).Length);
    }

    [Fact]
    public async Task What_is_seen_while_the_unseen_are_listed_is_not_told()
    {
        using FileSyncInventory inventory = FileSyncInventory.Open(File);
        await FillAsync(inventory, 8);
        List<string> unseen = [];
        await foreach (ContentId id in inventory.GetUnseenAsync("space 0", 2, Token))
        {
            unseen.Add(id.Value);
            if (unseen.Count == 1)
            {
                await FillAsync(inventory, 8, generation: 2);
            }
        }

        Assert.Single(unseen);
        inventory.Dispose();
        using FileSyncInventory again = FileSyncInventory.Open(File); // what was read in between moved no place of writing
        Assert.Equal((4, 0), await again.CountAsync("space 0", 2, Token));
        Assert.Equal((4, 0), await again.CountAsync("space 1", 2, Token));
    }

    [Fact]
    public async Task What_is_still_true_comes_through_the_tidying_up_which_counts_the_records_of_earlier_processes()
    {
        const int Written = 99_990;
        using (FileSyncInventory inventory = FileSyncInventory.Open(File))
        {
            await FillAsync(inventory, 1000);
            for (int i = 1000; i < Written; i++)
            {
                await inventory.PutAsync(new("busy"), new("space 9", (ulong)i, 1, 1, 1), Token);
            }
        }

        Assert.True(new FileInfo(File).Length > 3_000_000);
        string id;
        using (FileSyncInventory inventory = FileSyncInventory.Open(File))
        {
            id = inventory.Id;
            for (int i = Written; i < 100_010; i++)
            {
                await inventory.PutAsync(new("busy"), new("space 9", (ulong)i, 1, 1, 1), Token);
            }

            await RequireAsync(inventory);
        }

        Assert.True(new FileInfo(File).Length < 100_000);
        Assert.Equal([File], Directory.GetFiles(_folder.FullName));
        using FileSyncInventory again = FileSyncInventory.Open(File);
        Assert.Equal(id, again.Id);
        await RequireAsync(again);

        static async Task RequireAsync(FileSyncInventory inventory)
        {
            Assert.Equal(100_009UL, (await inventory.FindAsync(new("busy"), Token))!.Value.Content);
            Assert.Equal(999UL, (await inventory.FindAsync(new("999"), Token))!.Value.Content);
            Assert.Equal((500, 0), await inventory.CountAsync("space 1", 1, Token));
            Assert.Equal((1, 1), await inventory.CountAsync("space 9", 2, Token));
        }
    }

    [Fact]
    public async Task What_was_cut_off_is_cut_away()
    {
        using (FileSyncInventory inventory = FileSyncInventory.Open(File))
        {
            await FillAsync(inventory, 3);
        }

        long whole = new FileInfo(File).Length;
        await System.IO.File.AppendAllTextAsync(File, "cut off", Token);
        FileSyncInventory.Open(File).Dispose();
        Assert.Equal(whole, new FileInfo(File).Length);
    }

    [Fact]
    public async Task The_storage_of_files_names_them_by_what_they_are_of()
    {
        FileSyncStorage storage = new(Microsoft.Extensions.Options.Options.Create(new SyncStorageOptions { Folder = _folder.FullName }));
        ((FileSyncInventory)storage.OpenInventory(new("confluence", "legal"))).Dispose();
        ((SkipLedger)storage.CreateSkipLedger()).Dispose();
        await storage.CreateCheckpointStore().SaveAsync("k", new("{}"), Token);
        Assert.Equal(["confluence-legal.inventory", "k-", "skipped.jsonl"], _folder.GetFiles().Select(static file => file.Name.StartsWith("k-", StringComparison.Ordinal) ? "k-" : file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task F27_Who_has_left_writes_nothing_and_holds_nobody_up()
    {
        using FileSyncInventory inventory = FileSyncInventory.Open(File);
        CancellationToken left = new(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inventory.PutAsync(new("x"), new("a", 1, 1, 1, 1), left).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inventory.FindAsync(new("x"), left).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inventory.FlushAsync(left).AsTask());
        Assert.Null(await inventory.FindAsync(new("x"), Token));
    }

    [Fact]
    public async Task A_place_where_no_record_begins_is_told_to_be_somebody_elses_doing()
    {
        using (FileSyncInventory inventory = FileSyncInventory.Open(File))
        {
            await FillAsync(inventory, 3);
        }

        using InventoryFile file = InventoryFile.Open(File);
        ConfigurationException failure = Assert.Throws<ConfigurationException>(() => file.IdAt(60));
        Assert.Equal("The inventory's file was changed by something else.", failure.Message);
        Assert.Equal("Delete the file: everything is then compared anew.", failure.Remedy);
        Assert.Equal("0", file.IdAt(49).Value);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task FillAsync(FileSyncInventory inventory, int items, int generation = 1)
    {
        for (int i = 0; i < items; i++)
        {
            await inventory.PutAsync(new($"{i}"), new($"space {i % 2}", (ulong)i, (ulong)i, (ulong)i, generation), Token);
        }
    }
}
