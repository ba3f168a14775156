using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>Checkpoints are small, versioned, bound to what they are of, and kept whole.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Damaged => ["x", "{}", "null", "[]", """{"version":2,"integration":"model","scope":"0","inventory":"i"}""", """{"version":1,"integration":"model","scope":"0","inventory":"i","partitions":{"A":null}}"""];

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task A_damaged_or_later_checkpoint_is_refused_and_nothing_begins_anew_in_silence(string json)
    {
        using SyncWorld world = new(items: 2);
        await world.RunAsync();
        Assert.Throws<InvalidQueryException>(() => world.Sync.SyncAsync(SyncScope.All, new(json), cancellationToken: Token));
        Assert.Throws<InvalidQueryException>(() => new SyncCheckpoint(string.Empty));
    }

    [Fact]
    public async Task A_checkpoint_is_of_its_scope()
    {
        using SyncWorld world = new(items: 2);
        await world.RunAsync(scope: new() { Containers = ["A", "B"] });
        Assert.Empty(await world.RunAsync(scope: new() { Containers = ["B", " A"] }));
        await Assert.ThrowsAsync<InvalidQueryException>(() => world.RunAsync());
        Assert.DoesNotContain("002", world.Checkpoint!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_of_a_lost_inventory_starts_with_everything()
    {
        using SyncWorld world = new(items: 4), other = new(items: 4);
        await world.RunAsync();
        other.Checkpoint = world.Checkpoint;
        Assert.Equal(4, (await other.RunAsync()).Count);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_mistake_of_the_configuration()
    {
        string file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "in the way", Token);

        ConfigurationException refused = await Assert.ThrowsAsync<ConfigurationException>(async () =>
            await new FileCheckpointStore(Path.Combine(file, "deep")).SaveAsync("k", new("""{"version":1,"integration":"model","scope":"0","inventory":"i"}"""), Token));

        Assert.StartsWith($"The checkpoint '{Path.Combine(file, "deep", "k-")}", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"can't be written ({refused.InnerException!.GetType().Name}).", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Give a folder that the process may write and that has room.", refused.Remedy);
    }

    [Fact]
    public async Task Files_keep_what_was_saved_last_and_nothing_else()
    {
        FileCheckpointStore store = new(Path.Combine(_folder.FullName, "deep"));
        Assert.Null(await store.LoadAsync("a/b:c", Token));
        await store.SaveAsync("a/b:c", new("""{"v":1}"""), Token);
        await store.SaveAsync("a/b:c", new("""{"v":2}"""), Token);
        await store.SaveAsync("a/b_c", new("""{"v":3}"""), Token);
        Assert.Equal("""{"v":2}""", (await store.LoadAsync("a/b:c", Token))!.ToJson());
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder.FullName, "deep")).Length);
        await Assert.ThrowsAsync<InvalidQueryException>(async () => await store.LoadAsync(new string('k', 201), Token));
    }

    [Fact]
    public async Task A_save_that_fails_leaves_the_one_before()
    {
        FileCheckpointStore store = new(_folder.FullName);
        await store.SaveAsync("k", new("old"), Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.SaveAsync("k", new("new"), new CancellationToken(canceled: true)));
        Assert.Equal("old", (await store.LoadAsync("k", Token))!.ToJson());
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task The_distributed_cache_keeps_them_for_all_machines()
    {
        MemoryDistributedCache cache = new(Options.Create(new MemoryDistributedCacheOptions()));
        await new DistributedCheckpointStore(cache).SaveAsync("k", new("{}"), Token);
        Assert.Equal("{}", (await new DistributedCheckpointStore(cache).LoadAsync("k", Token))!.ToJson());
        Assert.Null(await new DistributedCheckpointStore(cache).LoadAsync("other", Token));
    }

    [Fact]
    public async Task A_file_is_named_by_what_is_legible_of_its_key()
    {
        FileCheckpointStore store = new(_folder.FullName);
        await store.SaveAsync("Confluence: legal/" + new string('x', 60), new("{}"), Token);
        string name = Assert.Single(_folder.GetFiles()).Name;
        Assert.Matches("^Confluencelegal" + new string('x', 25) + "-[0-9a-f]{16}\\.checkpoint\\.json$", name);
        Assert.Null(await Record.ExceptionAsync(() => store.LoadAsync(new string('k', 200), Token).AsTask()));
        InvalidQueryException refused = await Assert.ThrowsAsync<InvalidQueryException>(() => store.LoadAsync(new string('k', 201), Token).AsTask());
        Assert.Equal("The key of a checkpoint has at most 200 characters.", refused.Message);
    }

    [Fact]
    public async Task Nothing_is_kept_under_no_name_and_nothing_under_a_name()
    {
        MemoryDistributedCache cache = new(Options.Create(new MemoryDistributedCacheOptions()));
        foreach (ICheckpointStore store in new ICheckpointStore[] { new FileCheckpointStore(_folder.FullName), new DistributedCheckpointStore(cache) })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => store.LoadAsync(" ", Token).AsTask());
            await Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync(" ", new("{}"), Token).AsTask());
            await Assert.ThrowsAsync<ArgumentNullException>(() => store.SaveAsync("k", null!, Token).AsTask());
        }

        await new DistributedCheckpointStore(cache).SaveAsync("k", new("{}"), Token);
        Assert.NotNull(await cache.GetAsync("navo:checkpoint:k", Token));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
