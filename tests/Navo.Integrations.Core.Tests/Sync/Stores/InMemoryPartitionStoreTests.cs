using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync.Stores;

/// <summary>Who holds a partition, and who may save where it stands.</summary>
public sealed class InMemoryPartitionStoreTests
{
    private readonly InMemoryPartitionStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_holds_it_until_he_gives_it_back()
    {
        IPartitionLease first = (await _store.TryTakeAsync("g", "a", Token))!;
        Assert.Equal(new SharedPartition(null, 0), first.Partition);
        Assert.False(first.Lost.CanBeCanceled);
        Assert.Null(await _store.TryTakeAsync("g", "a", Token));
        Assert.NotNull(await _store.TryTakeAsync("g", "b", Token));
        Assert.NotNull(await _store.TryTakeAsync("other", "a", Token));
        await first.DisposeAsync();
        IPartitionLease? second = await _store.TryTakeAsync("g", "a", Token);
        Assert.NotNull(second);
        await first.DisposeAsync(); // once more, which takes nothing from the one who has it now
        Assert.Null(await _store.TryTakeAsync("g", "a", Token));
    }

    [Fact]
    public async Task What_is_acknowledged_late_is_saved_as_long_as_nobody_has_taken_it_since()
    {
        IPartitionLease first = (await _store.TryTakeAsync("g", "a", Token))!;
        await first.DisposeAsync();
        Assert.True(await first.SaveAsync(new("late", 1), Token));
        IPartitionLease second = (await _store.TryTakeAsync("g", "a", Token))!;
        Assert.Equal(new("late", 1), second.Partition);
        Assert.False(await first.SaveAsync(new("too late", 2), Token));
        Assert.True(await second.SaveAsync(new("now", 2), Token));
        Assert.Equal(new SharedPartition("now", 2), (await _store.LoadAsync("g", Token))["a"]);
    }

    [Fact]
    public async Task A_group_knows_its_own_partitions_only()
    {
        await (await _store.TryTakeAsync("g", "a", Token))!.SaveAsync(new("s", 1), Token);
        await _store.TryTakeAsync("other", "b", Token);
        Assert.Equal(["a"], (await _store.LoadAsync("g", Token)).Keys);
        Assert.Empty(await _store.LoadAsync("none", Token));
    }

    [Fact]
    public async Task F27_Who_has_left_takes_and_saves_nothing()
    {
        CancellationToken left = new(canceled: true);
        IPartitionLease lease = (await _store.TryTakeAsync("g", "a", Token))!;
        await Assert.ThrowsAsync<OperationCanceledException>(() => _store.LoadAsync("g", left));
        await Assert.ThrowsAsync<OperationCanceledException>(() => _store.TryTakeAsync("g", "b", left));
        await Assert.ThrowsAsync<OperationCanceledException>(() => lease.SaveAsync(new("x", 1), left));
        Assert.Equal(["a"], (await _store.LoadAsync("g", Token)).Keys);
        Assert.Null((await _store.LoadAsync("g", Token))["a"].State);
    }
}
