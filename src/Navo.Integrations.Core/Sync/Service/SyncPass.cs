using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Sync;

/// <summary>One run through a handler. A change that fails stays unacknowledged, so the checkpoint stays before it and the next run tells it again; the others go on.</summary>
internal sealed class SyncPass(IContentSync sync, CacheInvalidation caches, ContentSyncServiceOptions options, ILogger logger)
{
    private int _inARow;

    public SyncReport Report { get; private set; } = new();

    public long Told { get; private set; }

    public int Failures { get; private set; }

    public ISyncRun Start(SyncErrand errand, SyncCheckpoint? checkpoint, CancellationToken cancellationToken) =>
        sync.SyncAsync(options.Scope, checkpoint, new() { Mode = errand.Mode, Partitions = errand.Partitions, Deletions = options.Deletions }, cancellationToken);

    public async Task RunAsync(ISyncRun run, IContentChangeHandler handler, Func<SyncCheckpoint, ValueTask> save, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (ContentChange change in run.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await CarryOutAsync(run, handler, change, cancellationToken).ConfigureAwait(false);
                if (_inARow >= options.MaxConsecutiveFailures)
                {
                    break;
                }

                if (Told % options.SaveEvery == 0)
                {
                    await save(run.Checkpoint).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            Report = run.Report;
            await save(run.Checkpoint).ConfigureAwait(false); // also where the application stops: it never passes what was not acknowledged
        }
    }

    private async Task CarryOutAsync(ISyncRun run, IContentChangeHandler handler, ContentChange change, CancellationToken cancellationToken)
    {
        Told++;
        Forget(change);
        try
        {
            await handler.HandleAsync(change, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Failures++;
            _inARow++;
            SyncServiceLog.HandlerFailed(logger, sync.Name, change.GetType().Name, failure.GetType().Name);
            return;
        }

        _inARow = 0;
        await run.AcknowledgeAsync(change, cancellationToken).ConfigureAwait(false);
    }

    private void Forget(ContentChange change)
    {
        caches.ItemChanged(sync.Name, change.Id);
        if (change is ContentAccessChanged or ContentMoved)
        {
            caches.AccessChanged(sync.Name); // what lies below it inherits
        }
    }
}
