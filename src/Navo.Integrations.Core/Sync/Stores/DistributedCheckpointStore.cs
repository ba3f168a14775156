using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Keeps checkpoints in the application's distributed cache, for workers on several machines. They stay until they are overwritten: the cache must not drop them at will.</summary>
/// <param name="cache">The cache.</param>
public sealed class DistributedCheckpointStore(IDistributedCache cache) : ICheckpointStore
{
    /// <inheritdoc />
    public async ValueTask<SyncCheckpoint?> LoadAsync(string key, CancellationToken cancellationToken = default) =>
        await cache.GetAsync(KeyOf(key), cancellationToken).ConfigureAwait(false) is { } bytes ? new(Encoding.UTF8.GetString(bytes)) : null;

    /// <inheritdoc />
    public async ValueTask SaveAsync(string key, SyncCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        await cache.SetAsync(KeyOf(key), Encoding.UTF8.GetBytes(checkpoint.ToJson()), new(), cancellationToken).ConfigureAwait(false);
    }

    private static string KeyOf(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return $"navo:checkpoint:{key}";
    }
}
