using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Redis.Tests;

/// <summary>What every store of partitions owes.</summary>
public abstract class PartitionStoreContract
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The store as one worker sees it.</summary>
    protected abstract IPartitionStore First { get; }

    /// <summary>The same store as another worker sees it.</summary>
    protected abstract IPartitionStore Second { get; }

    [Fact]
    public async Task A_partition_is_with_one_worker_at_a_time()
    {
        IPartitionLease? held = await First.TryTakeAsync("g", "p", Token);
        Assert.NotNull(held);
        Assert.Equal(new(null, 0), held.Partition);
        Assert.Null(await Second.TryTakeAsync("g", "p", Token));
        Assert.Null(await First.TryTakeAsync("g", "p", Token));
        await using (IPartitionLease? other = await Second.TryTakeAsync("g", "q", Token))
        {
            Assert.NotNull(other);
        }

        await using (IPartitionLease? another = await Second.TryTakeAsync("h", "p", Token))
        {
            Assert.NotNull(another);
        }

        Assert.False(held.Lost.IsCancellationRequested);
        await held.DisposeAsync();
        await held.DisposeAsync();
        await using IPartitionLease? next = await Second.TryTakeAsync("g", "p", Token);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Where_it_stands_is_known_to_the_next_and_to_all()
    {
        await using (IPartitionLease? held = await First.TryTakeAsync("g", "p: x", Token))
        {
            Assert.True(await held!.SaveAsync(new("""{"a":"ü"}""", 0), Token));
            Assert.True(await held.SaveAsync(new("""{"a":2}""", 3), Token));
        }

        await using IPartitionLease? untouched = await First.TryTakeAsync("g", "q", Token);
        IReadOnlyDictionary<string, SharedPartition> known = await Second.LoadAsync("g", Token);
        Assert.Equal([("p: x", new SharedPartition("""{"a":2}""", 3)), ("q", new(null, 0))], known.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        Assert.Empty(await Second.LoadAsync("other", Token));
        await using IPartitionLease? next = await Second.TryTakeAsync("g", "p: x", Token);
        Assert.Equal(new("""{"a":2}""", 3), next!.Partition);
    }

    [Fact]
    public async Task After_its_end_a_lease_saves_until_another_takes_the_partition()
    {
        IPartitionLease held = (await First.TryTakeAsync("g", "p", Token))!;
        await held.DisposeAsync();
        Assert.True(await held.SaveAsync(new("late", 1), Token));
        await using IPartitionLease next = (await Second.TryTakeAsync("g", "p", Token))!;
        Assert.Equal("late", next.Partition.State);
        Assert.False(await held.SaveAsync(new("too late", 2), Token));
        Assert.True(await next.SaveAsync(new("next", 2), Token));
        await next.DisposeAsync();
        Assert.False(await held.SaveAsync(new("too late", 3), Token));
        Assert.Equal(new("next", 2), (await First.LoadAsync("g", Token))["p"]);
    }
}
