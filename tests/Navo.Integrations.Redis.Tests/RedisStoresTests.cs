using Navo.Integrations.Abstractions;
using Navo.Integrations.Redis.Internal;

namespace Navo.Integrations.Redis.Tests;

/// <summary>Checkpoints and the skip ledger in Redis.</summary>
public sealed class RedisStoresTests(RedisServer server) : IAsyncDisposable
{
    private static readonly IntegrationName Source = new("confluence", "legal");

    private readonly RedisConnection _redis = server.Connect();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_checkpoint_is_kept_under_its_key()
    {
        RedisCheckpointStore store = new(_redis);
        Assert.Null(await store.LoadAsync("a", Token));
        await store.SaveAsync("a", new("1"), Token);
        await store.SaveAsync("a", new("2"), Token);
        await store.SaveAsync("b", new("3"), Token);
        Assert.Equal("2", (await store.LoadAsync("a", Token))!.ToJson());
        await Assert.ThrowsAsync<InvalidQueryException>(async () => await store.LoadAsync(new string('k', 201), Token));
    }

    [Fact]
    public async Task The_ledger_keeps_everything_of_an_item_and_the_first_time()
    {
        RedisSkipLedger ledger = new(_redis);
        SkippedItem item = Item("1", SkipReason.TooLarge, 1) with { Title = "Big", WebAddress = new("https://wiki.example/1"), Size = 5, ErrorType = "X" };
        await ledger.RecordAsync(item, Token);
        await ledger.RecordAsync(item with { FirstSeen = Day(3), LastSeen = Day(3) }, Token);
        await ledger.RecordAsync(Item("2", SkipReason.Forbidden, 2), Token);
        await ledger.RecordAsync(Item("3", SkipReason.TooLarge, 0), Token);
        await ledger.RemoveAsync(Source, new("2"), Token);
        await ledger.RemoveAsync(Source, new("never"), Token);
        Assert.Equal([Item("3", SkipReason.TooLarge, 0), item with { LastSeen = Day(3) }], await ledger.ListAsync(Source, cancellationToken: Token).ToListAsync(Token));
        Assert.Empty(await ledger.ListAsync(Source, SkipReason.Forbidden, Token).ToListAsync(Token));
        Assert.Empty(await ledger.ListAsync(new("confluence"), cancellationToken: Token).ToListAsync(Token));
        await ledger.RemoveAsync(Source, new("1"), Token);
        await ledger.RecordAsync(item with { FirstSeen = Day(9), LastSeen = Day(9) }, Token);
        Assert.Equal(Day(9), (await ledger.ListAsync(Source, cancellationToken: Token).LastAsync(Token)).FirstSeen);
    }

    public ValueTask DisposeAsync() => _redis.DisposeAsync();

    private static DateTimeOffset Day(int day) => new(2026, 3, 1 + day, 0, 0, 0, TimeSpan.Zero);

    private static SkippedItem Item(string id, SkipReason reason, int day) => new() { Id = new(id), Source = Source, Partition = "ENG", Reason = reason, FirstSeen = Day(day), LastSeen = Day(day) };
}
