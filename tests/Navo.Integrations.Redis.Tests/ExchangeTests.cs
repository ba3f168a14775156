using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Redis.Internal;
using NSubstitute;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Tests;

/// <summary>What processes tell each other through a real Redis: each has a connection of its own.</summary>
public sealed class ExchangeTests(RedisServer server) : IAsyncDisposable
{
    private const string Quota = "0123456789ABCDEF";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly List<IAsyncDisposable> _open = [];
    private readonly string _prefix = $"t{Guid.NewGuid():N}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row045_a_pause_is_heard_by_the_others_and_not_by_who_told_it()
    {
        RedisQuotaExchange here = Quotas(), there = Quotas();
        Quotas().Publish(new("earlier", string.Empty, TimeSpan.FromSeconds(60)));
        await HoldsAsync(async redis => await redis.SortedSetLengthAsync($"{_prefix}:quota:pauses") == 1);
        ConcurrentQueue<QuotaNotice> heardHere = new(), heardThere = new();
        using IDisposable first = here.Subscribe(heardHere.Enqueue), second = there.Subscribe(heardThere.Enqueue);
        Assert.Equal(("earlier", "earlier"), ((await HearAsync(heardHere)).Quota, (await HearAsync(heardThere)).Quota)); // both have caught up

        here.Publish(new(Quota, "graph.example:443", TimeSpan.FromSeconds(30)));

        await UntilAsync(() => heardThere.Any(static notice => notice.Quota == Quota));
        QuotaNotice heard = heardThere.First(static notice => notice.Quota == Quota);
        Assert.Equal(("graph.example:443", TimeSpan.FromSeconds(30)), (heard.Authority, heard.Wait));
        Assert.DoesNotContain(heardHere, static notice => notice.Quota == Quota);
    }

    [Fact]
    public async Task Row045_a_process_that_starts_during_a_pause_waits_for_what_is_left_of_the_longest()
    {
        RedisQuotaExchange here = Quotas();
        here.Publish(new(Quota, string.Empty, TimeSpan.FromSeconds(60)));
        await HoldsAsync(async redis => await redis.SortedSetLengthAsync($"{_prefix}:quota:pauses") == 1);
        here.Publish(new(Quota, string.Empty, TimeSpan.FromSeconds(1))); // it makes no pause shorter
        here.Publish(new("other", string.Empty, TimeSpan.FromSeconds(5)));
        await HoldsAsync(async redis => await redis.SortedSetLengthAsync($"{_prefix}:quota:pauses") == 2);

        ConcurrentQueue<QuotaNotice> heard = new();
        using IDisposable late = Quotas().Subscribe(heard.Enqueue);

        await UntilAsync(() => heard.Count >= 2);
        QuotaNotice left = heard.First(notice => notice.Quota == Quota);
        Assert.InRange(left.Wait.TotalSeconds, 40, 60);
        Assert.Equal(string.Empty, left.Authority);
    }

    [Fact]
    public async Task Processes_that_use_a_quota_are_counted_and_one_that_died_is_not()
    {
        RedisQuotaExchange here = Quotas(lease: TimeSpan.FromSeconds(2)), there = Quotas(lease: TimeSpan.FromSeconds(2));
        Assert.Equal(1, here.CountUsers(Quota));
        await HoldsAsync(async redis => await redis.SortedSetLengthAsync($"{_prefix}:quota:users:{Quota}") == 1);
        there.CountUsers(Quota);
        await UntilAsync(() => there.CountUsers(Quota) == 2);
        Assert.Equal(1, there.CountUsers("another"));

        _time.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => here.CountUsers(Quota) == 2);

        there.Dispose(); // it says no more
        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return here.CountUsers(Quota) == 1;
        });
    }

    [Fact]
    public async Task What_is_to_be_forgotten_is_forgotten_by_the_others()
    {
        RedisCacheExchange here = new(Bus()), there = new(Bus());
        ConcurrentQueue<CacheInvalidationNotice> heard = new();
        using IDisposable listening = there.Subscribe(heard.Enqueue);
        Assert.Equal(CacheInvalidationNotice.Everything, await HearAsync(heard)); // what was missed before

        here.Publish(new CacheInvalidationNotice(IntegrationName.Parse("sharepoint:legal"), CacheInvalidationKind.Item, "drives/b!a/items/01 b"));
        here.Publish(new CacheInvalidationNotice(new("confluence"), CacheInvalidationKind.Access, null));

        CacheInvalidationNotice[] Told() => [.. heard.Where(static notice => notice != CacheInvalidationNotice.Everything)]; // which comes once more where a connection is slow to stand
        await UntilAsync(() => Told().Length == 2);
        Assert.Equal(
            [new(IntegrationName.Parse("sharepoint:legal"), CacheInvalidationKind.Item, "drives/b!a/items/01 b"), new(new("confluence"), CacheInvalidationKind.Access, null)],
            Told().OrderBy(static notice => notice.Kind == CacheInvalidationKind.Access)); // whichever came first: to forget is to forget
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Item")]
    [InlineData("Later confluence 7")]
    [InlineData("7 confluence 7")]
    [InlineData("Item con/fluence 7")]
    public async Task T09_what_is_not_understood_forgets_everything(string text)
    {
        ConcurrentQueue<CacheInvalidationNotice> heard = new();
        using IDisposable listening = new RedisCacheExchange(Bus()).Subscribe(heard.Enqueue);
        await HearAsync(heard);

        await (await Connect().OpenAsync(Token)).GetSubscriber().PublishAsync(RedisChannel.Literal($"{_prefix}:bus:cache"), $"{Guid.NewGuid():N} {text}");

        Assert.Equal(CacheInvalidationNotice.Everything, await HearAsync(heard));
    }

    [Fact]
    public async Task F31_after_a_time_without_redis_everything_is_forgotten()
    {
        Assert.SkipWhen(server.Port == 0, "redis-server is not installed.");
        await using RedisServer own = new();
        await own.InitializeAsync();
        RedisConnection connection = own.Connect();
        _open.Add(connection);
        ConcurrentQueue<CacheInvalidationNotice> heard = new();
        using IDisposable listening = new RedisCacheExchange(new(connection, _time, NullLogger<RedisBus>.Instance)).Subscribe(heard.Enqueue);
        await HearAsync(heard);
        await own.StopAsync();
        await UntilAsync(() => !connection.OpenAsync(Token).Result.IsConnected);

        await own.StartAsync();

        Assert.Equal(CacheInvalidationNotice.Everything, await HearAsync(heard, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task F31_what_could_not_be_told_is_made_up_for_when_redis_is_back()
    {
        Assert.SkipWhen(server.Port == 0, "redis-server is not installed.");
        await using RedisServer own = new();
        await own.InitializeAsync();
        RedisConnection here = own.Connect(Hurried), there = own.Connect(Hurried);
        _open.AddRange([here, there]);
        ILogger log = Substitute.For<ILogger>();
        log.IsEnabled(default).ReturnsForAnyArgs(true);
        ILoggerFactory logs = Substitute.For<ILoggerFactory>();
        logs.CreateLogger(string.Empty).ReturnsForAnyArgs(log);
        RedisCacheExchange teller = new(new(here, _time, new Logger<RedisBus>(logs)));
        await here.OpenAsync(Token);
        await own.StopAsync();
        await UntilAsync(() => !here.OpenAsync(Token).Result.IsConnected);

        teller.Publish(new CacheInvalidationNotice(new("confluence"), CacheInvalidationKind.Access, null));
        await UntilAsync(() => log.ReceivedCalls().Any(static call => call.GetMethodInfo().Name == nameof(ILogger.Log)), TimeSpan.FromSeconds(30)); // it could not be told
        await own.StartAsync();

        ConcurrentQueue<CacheInvalidationNotice> heard = new();
        using IDisposable listening = new RedisCacheExchange(new(there, _time, NullLogger<RedisBus>.Instance)).Subscribe(heard.Enqueue);
        await HearAsync(heard, TimeSpan.FromSeconds(30)); // that it may have missed something before
        await UntilAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return heard.Contains(CacheInvalidationNotice.Everything);
            },
            TimeSpan.FromSeconds(30));

        void Hurried(RedisOptions options) => (options.KeyPrefix, options.Timeout) = (_prefix, TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task F31_without_redis_nothing_waits_and_nothing_fails()
    {
        RedisConnection nowhere = server.Connect(static options => (options.ConnectionString, options.Timeout, options.ConnectTimeout) = ("127.0.0.1:1", TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100)));
        _open.Add(nowhere);
        RedisBus bus = new(nowhere, _time, NullLogger<RedisBus>.Instance);
        using RedisQuotaExchange quotas = new(nowhere, bus, _time);
        RedisCacheExchange caches = new(bus);

        quotas.Publish(new(Quota, string.Empty, TimeSpan.FromSeconds(1)));
        caches.Publish(CacheInvalidationNotice.Everything);
        using IDisposable first = quotas.Subscribe(static _ => { }), second = caches.Subscribe(static _ => { });

        Assert.Equal(1, quotas.CountUsers(Quota));
        await Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable open in _open)
        {
            await open.DisposeAsync();
        }
    }

    private RedisConnection Connect(TimeSpan? lease = null)
    {
        RedisConnection connection = server.Connect(options => (options.KeyPrefix, options.LeaseDuration) = (_prefix, lease ?? TimeSpan.FromSeconds(30)));
        _open.Add(connection);
        return connection;
    }

    private RedisBus Bus() => new(Connect(), _time, NullLogger<RedisBus>.Instance);

    private RedisQuotaExchange Quotas(TimeSpan? lease = null)
    {
        RedisConnection connection = Connect(lease);
        return new(connection, new(connection, _time, NullLogger<RedisBus>.Instance), _time);
    }

    private async Task HoldsAsync(Func<IDatabase, Task<bool>> condition)
    {
        IDatabase redis = (await Connect().OpenAsync(Token)).GetDatabase();
        using CancellationTokenSource limit = new(Patience);
        while (!await condition(redis))
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task<T> HearAsync<T>(ConcurrentQueue<T> heard, TimeSpan? patience = null)
    {
        T? first = default;
        await UntilAsync(() => heard.TryDequeue(out first), patience);
        return first!;
    }

    private static async Task UntilAsync(Func<bool> condition, TimeSpan? patience = null)
    {
        using CancellationTokenSource limit = new(patience ?? Patience);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
