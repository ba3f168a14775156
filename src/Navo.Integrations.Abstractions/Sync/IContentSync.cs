namespace Navo.Integrations.Abstractions;

/// <summary>Keeps a copy of a source in step with it: what is new, changed, moved, gone or seen by others than before, each once, and nothing silently left out.</summary>
/// <remarks>It reads as the service does. What it tells is therefore for the copy's keeper, who asks for permissions before a reader sees anything of it.</remarks>
public interface IContentSync
{
    /// <summary>The integration that it reads.</summary>
    IntegrationName Name { get; }

    /// <summary>Starts a run. Nothing is asked of the source before the run is enumerated.</summary>
    /// <param name="scope">What to keep in step.</param>
    /// <param name="checkpoint">Where the last run left off; null for the first, which reads everything.</param>
    /// <param name="options">How to run; null for an incremental run with the default bounds.</param>
    /// <param name="cancellationToken">Cancels the run; what was acknowledged until then stays so.</param>
    /// <returns>The run: its changes, to be enumerated once, and its checkpoint.</returns>
    /// <exception cref="InvalidQueryException">The checkpoint belongs to another integration or scope, or was made by a later version; or the integration does not tell groups, and the mode asks for them.</exception>
    ISyncRun SyncAsync(SyncScope scope, SyncCheckpoint? checkpoint = null, SyncOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Says what a run would cost, from a few requests and without reading what it would read.</summary>
    /// <param name="scope">What to keep in step.</param>
    /// <param name="checkpoint">Where the last run left off; null for the first.</param>
    /// <param name="options">How to run; null for the default.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Requests, time and resource units, by partition; parts that the source does not tell are null.</returns>
    /// <exception cref="IntegrationException">The source could not be asked.</exception>
    Task<SyncEstimate> EstimateAsync(SyncScope scope, SyncCheckpoint? checkpoint = null, SyncOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Tries items of the skip ledger again. What can be read now is told as a change and leaves the ledger once it is acknowledged.</summary>
    /// <param name="reason">Only what was skipped for this reason; null for all.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>A run over those items alone; it has no checkpoint.</returns>
    ISyncRun RetrySkippedAsync(SkipReason? reason = null, CancellationToken cancellationToken = default);
}
