namespace Navo.Integrations.Core.Sync;

/// <summary>The right to read a partition, for as long as it is held. Disposing of it gives it back; a failure to do so is swallowed, for it ends by itself too.</summary>
public interface IPartitionLease : IAsyncDisposable
{
    /// <summary>The partition as it stood when the lease was taken.</summary>
    SharedPartition Partition { get; }

    /// <summary>Is cancelled when the lease is lost, or can't be proven to be held any more: another worker may have the partition.</summary>
    CancellationToken Lost { get; }

    /// <summary>
    /// Saves where the partition stands, unless another worker has taken it since. As long as nobody has, it may be saved after the lease has ended too: what was acknowledged late is not lost.
    /// </summary>
    /// <param name="partition">Where it stands.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether it was saved; false where another worker has taken the partition since.</returns>
    Task<bool> SaveAsync(SharedPartition partition, CancellationToken cancellationToken = default);
}
