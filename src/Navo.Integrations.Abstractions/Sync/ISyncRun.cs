namespace Navo.Integrations.Abstractions;

/// <summary>One run of a sync. It is enumerated once, by one consumer; acknowledging is safe from any thread and in any order.</summary>
public interface ISyncRun : IAsyncEnumerable<ContentChange>
{
    /// <summary>
    /// Where a next run may start: past all that was acknowledged and never past what was not. Save it as often as is liked; a run that is broken off repeats what came after the saved one.
    /// </summary>
    SyncCheckpoint Checkpoint { get; }

    /// <summary>How far the run is.</summary>
    SyncProgress Progress { get; }

    /// <summary>What came of each partition. It is complete when the enumeration has ended.</summary>
    SyncReport Report { get; }

    /// <summary>Says that a change has been carried out for good. The checkpoint moves only past changes of which this was said.</summary>
    /// <param name="change">A change of this run.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when it is noted.</returns>
    /// <exception cref="InvalidQueryException">The change is not of this run.</exception>
    ValueTask AcknowledgeAsync(ContentChange change, CancellationToken cancellationToken = default);
}
