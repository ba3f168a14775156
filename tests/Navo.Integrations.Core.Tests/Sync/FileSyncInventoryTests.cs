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
        Assert.NotNull(Assert.Throws<ConfigurationException>(() => FileSyncInventory.Open(File)).Remedy);
        System.IO.File.Delete(File);
        using FileSyncInventory inventory = FileSyncInventory.Open(File);
        Assert.Throws<ConfigurationException>(() => FileSyncInventory.Open(File));
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

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task FillAsync(FileSyncInventory inventory, int items, int generation = 1)
    {
        for (int i = 0; i < items; i++)
        {
            await inventory.PutAsync(new($"{i}"), new($"space {i % 2}", (ulong)i, (ulong)i, (ulong)i, generation), Token);
        }
    }
}
