using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>A distributed cache that can be down, slow or poisoned.</summary>
internal sealed class FakeDistributedCache : IDistributedCache
{
    public ConcurrentDictionary<string, byte[]> Entries { get; } = new();

    public Exception? Failure { get; set; }

    public bool NeverAnswers { get; set; }

    public int Reads { get; private set; }

    public TaskCompletionSource Written { get; private set; } = New();

    /// <summary>From here on, <see cref="Written"/> waits for the next write.</summary>
    public void ExpectWrite() => Written = New();

    public byte[]? Get(string key) => Entries.GetValueOrDefault(key);

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        Reads++;
        await AnswerAsync();
        return Get(key);
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Entries[key] = value;

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await AnswerAsync();
        Set(key, value, options);
        Written.TrySetResult();
    }

    public void Refresh(string key)
    {
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key) => Entries.TryRemove(key, out _);

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        Remove(key);
        return Task.CompletedTask;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task AnswerAsync() =>
        Failure is not null ? Task.FromException(Failure) : NeverAnswers ? New().Task : Task.CompletedTask;
}
