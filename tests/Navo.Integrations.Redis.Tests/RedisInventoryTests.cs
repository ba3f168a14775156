using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Redis.Internal;

namespace Navo.Integrations.Redis.Tests;

/// <summary>The inventory in Redis: shared, and honest about what did not get there.</summary>
public sealed class RedisInventoryTests : InventoryContract, IAsyncDisposable
{
    private static readonly IntegrationName Source = new("model");
    private static readonly InventoryEntry Entry = new("p", 2, 3, 4, 5);

    private readonly RedisConnection _redis;

    public RedisInventoryTests(RedisServer server)
    {
        _redis = server.Connect();
        Inventory = new RedisSyncInventory(_redis, Source);
    }

    protected override ISyncInventory Inventory { get; }

    [Fact]
    public async Task All_workers_see_the_same_and_other_integrations_something_else()
    {
        RedisSyncInventory same = new(_redis, Source), other = new(_redis, new("model", "legal"));
        Assert.Equal(Inventory.Id, same.Id);
        Assert.NotEqual(Inventory.Id, other.Id);
        await Inventory.PutAsync(new("a"), Entry, Token);
        await Inventory.FlushAsync(Token);
        Assert.Equal(Entry, await same.FindAsync(new("a"), Token));
        Assert.Null(await other.FindAsync(new("a"), Token));
        Assert.Equal(5, await same.GetLatestGenerationAsync(Token));
    }

    [Fact]
    public async Task An_emptied_Redis_is_another_inventory()
    {
        string before = Inventory.Id;
        await _redis.AskAsync(db => db.KeyDeleteAsync(new InventoryKeys(_redis, Source).Items), Token);
        Assert.NotEqual(before, Inventory.Id);
    }

    [Fact]
    public async Task What_is_not_ours_is_named_and_not_taken_for_something()
    {
        await _redis.AskAsync(db => db.HashSetAsync(new InventoryKeys(_redis, Source).Items, "a", "zz"), Token);
        ConfigurationException foreign = await Assert.ThrowsAsync<ConfigurationException>(async () => await Inventory.FindAsync(new("a"), Token));
        Assert.Equal("Navo:Integrations:Redis:KeyPrefix", foreign.Key);
    }

    [Fact]
    public async Task A_write_that_failed_fails_every_flush_until_it_got_there()
    {
        RedisServer own = new() { Password = "s3cret-of-redis" };
        await own.InitializeAsync();
        try
        {
            await using RedisConnection redis = own.Connect(options => options.Timeout = TimeSpan.FromMilliseconds(400));
            RedisSyncInventory inventory = new(redis, Source);
            await inventory.PutAsync(new("a"), Entry with { Content = 1 }, Token);
            await inventory.FlushAsync(Token);
            await own.StopAsync();
            await inventory.PutAsync(new("a"), Entry, Token);
            Assert.Equal(Entry, await inventory.FindAsync(new("a"), Token));
            for (int i = 0; i < 2; i++)
            {
                IntegrationException failure = await Assert.ThrowsAnyAsync<IntegrationException>(async () => await inventory.FlushAsync(Token));
                Assert.True(failure is UnavailableException or IntegrationTimeoutException, failure.ToString());
                Assert.True(failure.IsTransient);
                Assert.NotNull(failure.Remedy);
                Assert.DoesNotContain("s3cret-of-redis", failure.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain($"{own.Port}", failure.Message, StringComparison.Ordinal);
            }

            await Assert.ThrowsAnyAsync<IntegrationException>(() => new RedisPartitionStore(redis).TryTakeAsync("g", "p", Token));
            Assert.ThrowsAny<IntegrationException>(() => inventory.Id);
            await own.StartAsync();
            await EventuallyAsync(async () => await inventory.FlushAsync(Token));
            await using RedisConnection another = own.Connect(options => options.KeyPrefix = redis.Options.KeyPrefix);
            Assert.Equal(Entry, await new RedisSyncInventory(another, Source).FindAsync(new("a"), Token));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_wrong_password_is_a_fault_of_the_configuration_and_stands_nowhere()
    {
        RedisServer own = new() { Password = "right" };
        await own.InitializeAsync();
        try
        {
            await using RedisConnection redis = own.Connect(options => (options.ConnectionString, options.Timeout) = ($"127.0.0.1:{own.Port},password=wr0ng-one", TimeSpan.FromSeconds(1)));
            for (int i = 0; i < 3; i++)
            {
                ConfigurationException failure = await Assert.ThrowsAsync<ConfigurationException>(async () => await new RedisSyncInventory(redis, Source).FindAsync(new("a"), Token));
                Assert.Equal("Navo:Integrations:Redis:ConnectionString", failure.Key);
                Assert.DoesNotContain("wr0ng-one", failure.ToString(), StringComparison.Ordinal);
            }

            Assert.Equal("Navo:Integrations:Redis:ConnectionString", Assert.Throws<ConfigurationException>(() => new RedisSyncInventory(redis, Source).Id).Key);
            await using RedisConnection right = own.Connect(options => options.ConnectionString = $"{own.ConnectionString},allowAdmin=true");
            await right.AskAsync(db => db.ExecuteAsync("CONFIG", "SET", "requirepass", "wr0ng-one"), Token);
            Assert.Null(await new RedisSyncInventory(redis, Source).FindAsync(new("a"), Token));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => _redis.DisposeAsync();

    /// <summary>A client finds a server that is back in its own time.</summary>
    private static async Task EventuallyAsync(Func<Task> act)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        for (bool isDone = false; !isDone;)
        {
            try
            {
                await act();
                isDone = true;
            }
            catch (IntegrationException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
            }
        }
    }
}
