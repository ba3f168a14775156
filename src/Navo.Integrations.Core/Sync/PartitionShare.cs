namespace Navo.Integrations.Core.Sync;

/// <summary>A partition that this worker has and others may have after it.</summary>
internal sealed class PartitionShare(string partition, IPartitionLease lease, PartitionState? state, CheckpointState frame)
{
    private SharedPartition _saved = lease.Partition;
    private volatile bool _isTaken;
    private bool _isReleased;
    private bool _isCounted;

    public string Partition => partition;

    /// <summary>Where it stood when it was taken; null where nobody has got anywhere.</summary>
    public PartitionState? State => state;

    /// <summary>Is cancelled when the lease is lost.</summary>
    public CancellationToken Lost { get; } = lease.Lost;

    /// <summary>Whether another worker has it, or may have: nothing more of it is told.</summary>
    public bool IsLost => _isTaken || Lost.IsCancellationRequested;

    /// <summary>Whether it was read to its end; null while it is being read.</summary>
    public bool? IsRead { get; set; }

    /// <summary>Saves how far everything is acknowledged.</summary>
    /// <returns>False where another worker has taken the partition since.</returns>
    public ValueTask<bool> SaveAsync(PartitionState after, CancellationToken cancellationToken)
    {
        CheckpointState part = frame with { Partitions = new Dictionary<string, PartitionState> { [partition] = after } };
        return SaveAsync(_saved with { State = part.ToCheckpoint().ToJson() }, cancellationToken);
    }

    /// <summary>Everything that was told is acknowledged and nothing more will be: others may have it.</summary>
    public async ValueTask EndAsync(bool isSettled, CancellationToken cancellationToken)
    {
        if (isSettled && IsRead == true && !_isCounted)
        {
            await SaveAsync(_saved with { Passes = _saved.Passes + 1 }, cancellationToken).ConfigureAwait(false);
            _isCounted = true;
        }

        await ReleaseAsync().ConfigureAwait(false);
    }

    /// <summary>Gives the lease back. What is acknowledged afterwards is saved as long as nobody has taken the partition.</summary>
    public async ValueTask ReleaseAsync()
    {
        if (!_isReleased)
        {
            _isReleased = true;
            await lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> SaveAsync(SharedPartition partition, CancellationToken cancellationToken)
    {
        bool isSaved = await lease.SaveAsync(partition, cancellationToken).ConfigureAwait(false);
        (_saved, _isTaken) = isSaved ? (partition, _isTaken) : (_saved, true);
        return isSaved;
    }
}
