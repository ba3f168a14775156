using Navo.Integrations.Core.Sync;
using Navo.Integrations.Redis.Internal;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Tests;

/// <summary>The store in Redis: leases end with their holder.</summary>
public sealed class RedisPartitionStoreTests : PartitionStoreContract, IAsyncDisposable
{
    private readonly RedisConnection _first;
    private readonly RedisConnection _second;

    public RedisPartitionStoreTests(RedisServer server)
    {
        _first = server.Connect(options => options.LeaseDuration = TimeSpan.FromSeconds(1));
        _second = server.Connect(options => (options.LeaseDuration, options.KeyPrefix) = (TimeSpan.FromSeconds(1), _first.Options.KeyPrefix));
        (First, Second) = (new RedisPartitionStore(_first), new RedisPartitionStore(_second));
    }

    protected override IPartitionStore First { get; }

    protected override IPartitionStore Second { get; }

    [Fact]
    public async Task A_lease_that_was_lost_says_so_and_its_holder_saves_nothing_over_the_next()
    {
        IPartitionLease held = (await First.TryTakeAsync("g", "p", Token))!;
        TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = held.Lost.Register(lost.SetResult);
        await _second.AskAsync(db => db.KeyDeleteAsync(_second.Key("lease:g:p")), Token); // as if it had expired
        await using IPartitionLease next = (await Second.TryTakeAsync("g", "p", Token))!;
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        Assert.False(await held.SaveAsync(new("zombie", 9), Token));
        await held.DisposeAsync();
        Assert.False(next.Lost.IsCancellationRequested);
        Assert.Null(await First.TryTakeAsync("g", "p", Token));
        Assert.Equal(new(null, 0), (await First.LoadAsync("g", Token))["p"]);
    }

    [Fact]
    public async Task A_lease_is_held_longer_than_its_duration_and_ends_within_it_when_the_holder_is_gone()
    {
        IPartitionLease held = (await First.TryTakeAsync("g", "p", Token))!;
        RedisKey key = _second.Key("lease:g:p");
        for (int renewals = 0; renewals < 4;) // each renewal makes what is left longer again; four of them outlast the duration
        {
            TimeSpan? before = await _second.AskAsync(db => db.KeyTimeToLiveAsync(key), Token);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
            TimeSpan? after = await _second.AskAsync(db => db.KeyTimeToLiveAsync(key), Token);
            Assert.InRange(after ?? TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1));
            renewals += after > before ? 1 : 0;
        }

        Assert.Null(await Second.TryTakeAsync("g", "p", Token));
        await _first.DisposeAsync(); // nobody renews it any more
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        IPartitionLease? next = null;
        while (next is null)
        {
            limit.Token.ThrowIfCancellationRequested();
            next = await Second.TryTakeAsync("g", "p", Token);
        }

        await next.DisposeAsync();
        await held.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }
}
