using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Redis.Tests;

/// <summary>What every inventory owes.</summary>
public abstract class InventoryContract
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract ISyncInventory Inventory { get; }

    [Fact]
    public async Task It_says_what_was_put_and_not_what_was_removed()
    {
        InventoryEntry entry = new("space: one|two", ulong.MaxValue, 0, 1, int.MaxValue);
        await Inventory.PutAsync(new("a"), entry, Token);
        Assert.Equal(entry, await Inventory.FindAsync(new("a"), Token)); // before it is safe
        await Inventory.FlushAsync(Token);
        Assert.Equal(entry, await Inventory.FindAsync(new("a"), Token));
        await Inventory.RemoveAsync(new("a"), Token);
        await Inventory.RemoveAsync(new("never"), Token);
        Assert.Null(await Inventory.FindAsync(new("a"), Token));
        await Inventory.FlushAsync(Token);
        Assert.Null(await Inventory.FindAsync(new("a"), Token));
        Assert.NotEmpty(Inventory.Id);
        Assert.Equal(Inventory.Id, Inventory.Id);
    }

    [Fact]
    public async Task It_replaces_only_what_is_as_expected()
    {
        InventoryEntry old = new("p", 2, 3, 4, 1), other = old with { Content = 9 }, moved = old with { Partition = "q" };
        ContentId id = new("a");
        Assert.False(await Inventory.ReplaceAsync(id, old, other, Token));
        Assert.True(await Inventory.ReplaceAsync(id, null, null, Token));
        Assert.True(await Inventory.ReplaceAsync(id, null, old, Token));
        Assert.False(await Inventory.ReplaceAsync(id, null, other, Token));
        Assert.False(await Inventory.ReplaceAsync(id, null, null, Token));
        Assert.False(await Inventory.ReplaceAsync(id, other, moved, Token));
        Assert.Equal(old, await Inventory.FindAsync(id, Token));
        Assert.True(await Inventory.ReplaceAsync(id, old, moved, Token));
        Assert.Equal(((0, 0), (1, 1)), (await Inventory.CountAsync("p", 9, Token), await Inventory.CountAsync("q", 9, Token)));
        await Inventory.PutAsync(id, other, Token);
        Assert.False(await Inventory.ReplaceAsync(id, moved, null, Token)); // what was put before counts, safe or not
        Assert.True(await Inventory.ReplaceAsync(id, other, null, Token));
        Assert.Null(await Inventory.FindAsync(id, Token));
        Assert.Equal((0, 0), await Inventory.CountAsync("p", 9, Token));
    }

    [Fact]
    public async Task It_counts_and_lists_by_partition_and_enumeration()
    {
        Assert.Equal(0, await Inventory.GetLatestGenerationAsync(Token));
        for (int i = 0; i < 20; i++)
        {
            await Inventory.PutAsync(new($"{i}"), new($"p{i % 2}", 5, 5, 5, 1 + (i % 3)), Token);
        }

        await Inventory.PutAsync(new("0"), new("p1", 5, 5, 5, 7), Token);
        await Inventory.RemoveAsync(new("1"), Token);
        Assert.Equal((9, 6), await Inventory.CountAsync("p0", 3, Token));
        Assert.Equal((10, 10), await Inventory.CountAsync("p1", 8, Token));
        Assert.Equal((10, 9), await Inventory.CountAsync("p1", 7, Token));
        Assert.Equal((0, 0), await Inventory.CountAsync("p2", 7, Token));
        Assert.Equal(["10", "12", "16", "18", "4", "6"], (await UnseenAsync("p0", 3)).Order(StringComparer.Ordinal));
        Assert.Empty(await UnseenAsync("p0", 1));
        Assert.Equal(7, await Inventory.GetLatestGenerationAsync(Token));
    }

    [Fact]
    public async Task A_list_of_many_loses_nothing_and_doubles_nothing_while_others_come_and_go()
    {
        for (int i = 0; i < 2_600; i++)
        {
            await Inventory.PutAsync(new($"{i:0000}"), new("p", 5, 5, 5, 1 + (i % 3)), Token);
        }

        List<string> listed = [];
        await foreach (ContentId id in Inventory.GetUnseenAsync("p", 3, Token))
        {
            listed.Add(id.Value);
            int number = int.Parse(id.Value, System.Globalization.CultureInfo.InvariantCulture);
            if (number % 4 == 0)
            {
                await Inventory.RemoveAsync(id, Token); // behind the reader
            }
            else if (number % 4 == 1)
            {
                await Inventory.PutAsync(id, new("p", 5, 5, 5, 3), Token); // out of the list
            }
        }

        Assert.Equal(Enumerable.Range(0, 2_600).Where(i => i % 3 < 2).Select(i => $"{i:0000}"), listed.Order(StringComparer.Ordinal));
    }

    private async Task<List<string>> UnseenAsync(string partition, int generation) =>
        await Inventory.GetUnseenAsync(partition, generation, Token).Select(id => id.Value).ToListAsync(Token);
}
