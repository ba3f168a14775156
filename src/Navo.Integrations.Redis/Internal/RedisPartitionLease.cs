using Medallion.Threading.Redis;
using Navo.Integrations.Core.Sync;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>A partition held by a lock that is renewed as long as the process lives.</summary>
internal sealed class RedisPartitionLease(RedisDistributedLockHandle held, SharedPartition partition, Func<SharedPartition, CancellationToken, Task<bool>> save) : IPartitionLease
{
    public SharedPartition Partition => partition;

    public CancellationToken Lost { get; } = held.HandleLostToken;

    public Task<bool> SaveAsync(SharedPartition next, CancellationToken cancellationToken = default) => save(next, cancellationToken);

    public ValueTask DisposeAsync() => ReleaseAsync(held);

    public static async ValueTask ReleaseAsync(RedisDistributedLockHandle held)
    {
        try
        {
            await held.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or AggregateException or ObjectDisposedException)
        {
            // Nothing renews it any more, so it ends by itself.
        }
    }
}
