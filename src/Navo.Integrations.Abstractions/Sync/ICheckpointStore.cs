namespace Navo.Integrations.Abstractions;

/// <summary>Keeps checkpoints. A save is whole or not at all: after a crash there is the old one or the new one.</summary>
public interface ICheckpointStore
{
    /// <summary>Loads the checkpoint that was saved last.</summary>
    /// <param name="key">A name of the caller's for what is kept in step, 1 to 200 characters.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The checkpoint; null where none was saved.</returns>
    /// <exception cref="InvalidQueryException">What is kept is no checkpoint, or of a later version: nothing is begun anew in silence.</exception>
    ValueTask<SyncCheckpoint?> LoadAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Saves a checkpoint over the one before.</summary>
    /// <param name="key">The name.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="cancellationToken">Cancels; the one before stays then.</param>
    /// <returns>A task that ends when it is safe.</returns>
    ValueTask SaveAsync(string key, SyncCheckpoint checkpoint, CancellationToken cancellationToken = default);
}
