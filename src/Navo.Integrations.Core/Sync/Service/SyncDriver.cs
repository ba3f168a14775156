using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Sync;

/// <summary>Carries an errand out: from the saved checkpoint, through the handler, to the saved checkpoint. What the process has cached of what changed is forgotten.</summary>
internal sealed class SyncDriver(IContentSync sync, ICheckpointStore checkpoints, IServiceScopeFactory scopes, CacheInvalidation caches, ContentSyncServiceOptions options, ILogger logger)
{
    private readonly string _key = $"service-{sync.Name.ToString().Replace(':', '-')}-{SyncHash.Of(options.Scope.ToKey()):x16}";

    public async Task<SyncOutcome> RunAsync(SyncErrand errand, CancellationToken cancellationToken)
    {
        SyncPass pass = new(sync, caches, options, logger);
        try
        {
            await RunAsync(errand, pass, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            IntegrationException error = FailureTranslator.Translate(failure, "sync");
            SyncServiceLog.RunBroken(logger, sync.Name, errand.Mode, error.GetType().Name, error.StatusCode);
            return new(pass.Report, pass.Told, pass.Failures, error);
        }

        Log(errand, pass);
        return new(pass.Report, pass.Told, pass.Failures, null);
    }

    private async Task RunAsync(SyncErrand errand, SyncPass pass, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using ConfiguredAsyncDisposable disposing = scope.ConfigureAwait(false);
        IContentChangeHandler handler = scope.ServiceProvider.GetRequiredKeyedService<IContentChangeHandler>(sync.Name.ToString());
        SyncCheckpoint? checkpoint = await checkpoints.LoadAsync(_key, cancellationToken).ConfigureAwait(false);
        ISyncRun run = pass.Start(errand, checkpoint, cancellationToken);
        await pass.RunAsync(run, handler, saved => checkpoints.SaveAsync(_key, saved, CancellationToken.None), cancellationToken).ConfigureAwait(false);
        await handler.EndAsync(pass.Report, cancellationToken).ConfigureAwait(false);
    }

    private void Log(SyncErrand errand, SyncPass pass)
    {
        SyncServiceLog.RunEnded(logger, sync.Name, errand.Mode, pass.Told, pass.Report.Skipped, pass.Report.IsComplete);
        foreach (SyncCertificate partition in pass.Report.Partitions.Where(static partition => partition.Outcome != PartitionOutcome.Complete))
        {
            SyncServiceLog.PartitionHeld(logger, sync.Name, partition.Outcome, partition.Error?.GetType().Name, partition.DeletionsHeld);
        }
    }
}
