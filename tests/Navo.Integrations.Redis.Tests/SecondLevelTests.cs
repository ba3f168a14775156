using System.Diagnostics;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Tests;

/// <summary>A real Redis as the second level of the cache: away, slow, restarted, and with entries that are none.</summary>
public sealed class SecondLevelTests : IAsyncLifetime
{
    private const int Keys = 20;

    // Without a bound each key costs six seconds. Twenty of them at 50 ms are one second; the rest is left to a busy machine.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RedisServer _server = new();
    private readonly string _prefix = $"t{Guid.NewGuid():N}:";
    private readonly List<IAsyncDisposable> _open = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        RedisServer.SkipWithout();
        await _server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable open in _open)
        {
            await open.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task F31_a_redis_that_is_away_from_the_beginning_costs_no_key_more_than_the_bound(int breakSeconds)
    {
        await _server.StopAsync();
        CachingMachine machine = Machine(breakSeconds);
        await ServedWithinTheBoundAsync(machine);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task F31_a_redis_that_stops_answering_costs_no_key_more_than_the_bound(int breakSeconds)
    {
        CachingMachine machine = Machine(breakSeconds);
        await UntilAsync(async () =>
        {
            await machine.AskAsync(Guid.NewGuid().ToString()); // the first look-ups may take longer, while the connection comes about
            return (await StoredAsync()).Length > 0;
        });
        await _server.SignalAsync(stop: true);
        try
        {
            await ServedWithinTheBoundAsync(machine);
        }
        finally
        {
            await _server.SignalAsync(stop: false);
        }
    }

    [Fact]
    public async Task F31_a_redis_that_comes_back_is_shared_again()
    {
        CachingMachine one = Patient(), other = Patient();
        await KeepAsync(one, "before");
        Assert.Equal(ResultOriginKind.Cache, await other.AskAsync("before"));

        await _server.StopAsync();
        Assert.Equal(ResultOriginKind.Source, await one.AskAsync("meanwhile"));
        Assert.Equal(ResultOriginKind.Cache, await one.AskAsync("before"));
        await _server.StartAsync();

        int number = 0;
        await UntilAsync(async () =>
        {
            string text = $"after {number++}";
            await one.AskAsync(text);
            return await other.AskAsync(text) == ResultOriginKind.Cache;
        });
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("half")]
    [InlineData("old version")]
    [InlineData("another key")]
    [InlineData("another type")]
    [InlineData("not encrypted")]
    public async Task F31_an_entry_that_is_poisoned_or_of_another_version_is_ignored(string kind)
    {
        CachingMachine one = Patient();
        await KeepAsync(one, "words");
        IDatabase redis = await DatabaseAsync();
        RedisKey key = Assert.Single(await StoredAsync());
        await PoisonAsync(redis, key, kind);

        CachingMachine other = kind == "not encrypted" ? Patient("k1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=") : Patient();
        Assert.Equal(ResultOriginKind.Source, await other.AskAsync("words"));
        Assert.Equal(ResultOriginKind.Cache, await other.AskAsync("words"));
        Assert.Equal(1, other.Asked);
    }

    [Fact]
    public async Task T08_what_lies_in_redis_is_encrypted_and_shared_by_who_has_the_key()
    {
        const string Ring = "k1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
        await KeepAsync(Patient(Ring), "canary");
        byte[] bytes = (byte[])(await (await DatabaseAsync()).HashGetAsync(Assert.Single(await StoredAsync()), "data"))!;

        Assert.DoesNotContain("canary", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(ResultOriginKind.Cache, await Patient(Ring).AskAsync("canary"));
    }

    private static async Task PoisonAsync(IDatabase redis, RedisKey key, string kind)
    {
        byte[] bytes = (byte[])(await redis.HashGetAsync(key, "data"))!;
        string text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("\"Schema\":2", text, StringComparison.Ordinal);
        switch (kind)
        {
            case "another type":
                await redis.KeyDeleteAsync(key);
                await redis.StringSetAsync(key, bytes);
                return;
            case "not encrypted":
                return;
            default:
                await redis.HashSetAsync(key, "data", kind switch
                {
                    "garbage" => "\0\u0001garbage",
                    "half" => text[..(text.Length / 2)],
                    "old version" => text.Replace("\"Schema\":2", "\"Schema\":1", StringComparison.Ordinal),
                    _ => text.Replace("\"Key\":\"navo:", "\"Key\":\"navo:x", StringComparison.Ordinal),
                });
                return;
        }
    }

    private static async Task ServedWithinTheBoundAsync(CachingMachine machine)
    {
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < Keys; i++)
        {
            Assert.Equal(ResultOriginKind.Source, await machine.AskAsync($"key {i}"));
            Assert.Equal(ResultOriginKind.Cache, await machine.AskAsync($"key {i}")); // memory goes on
        }

        Assert.True(watch.Elapsed < Bound, $"{Keys} keys took {watch.Elapsed}.");
    }

    /// <summary>As an application has it.</summary>
    private CachingMachine Machine(int breakSeconds) => Open(options => options.SecondLevelBreakDuration = TimeSpan.FromSeconds(breakSeconds));

    /// <summary>One that waits for Redis even on a busy machine, for what is not about time.</summary>
    private CachingMachine Patient(string? keys = null) =>
        Open(options => (options.SecondLevelTimeout, options.SecondLevelBreakDuration, options.EncryptionKeys) = (TimeSpan.FromSeconds(5), TimeSpan.Zero, keys));

    private CachingMachine Open(Action<CacheStoreOptions> configure)
    {
        CachingMachine machine = new(_server, _prefix, configure);
        _open.Add(machine);
        return machine;
    }

    /// <summary>Asks, and waits until the answer lies in Redis.</summary>
    private async Task KeepAsync(CachingMachine machine, string text)
    {
        await machine.AskAsync(text);
        await UntilAsync(async () => (await StoredAsync()).Length > 0);
    }

    private async Task<RedisKey[]> StoredAsync()
    {
        IConnectionMultiplexer redis = (await DatabaseAsync()).Multiplexer;
        return [.. await redis.GetServer("127.0.0.1", _server.Port).KeysAsync(pattern: $"{_prefix}*").ToListAsync(Token)];
    }

    private async Task<IDatabase> DatabaseAsync()
    {
        if (_open.OfType<ConnectionMultiplexer>().FirstOrDefault() is not { } redis)
        {
            _open.Add(redis = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString));
        }

        return redis.GetDatabase();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using CancellationTokenSource limit = new(Patience);
        while (!await condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
