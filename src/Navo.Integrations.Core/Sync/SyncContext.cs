using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Sync;

/// <summary>What all parts of a run stand on.</summary>
internal sealed record SyncContext(ISyncSource Source, PartitionMemory Partitions, ISyncInventory Inventory, ISkipLedger Ledger, AckQueue Acks, SyncOptions Options, TimeProvider Time)
{
    /// <summary>Whether other workers may read the same source at the same time.</summary>
    public bool IsShared { get; init; }

    /// <summary>The groups of the source, where it tells them.</summary>
    public ISyncSource? Identities { get; init; }

    /// <summary>What a partition is read from: groups are told apart from content. Null where the source does not tell them.</summary>
    public SyncContext? For(string partition) => partition != SyncOptions.IdentitiesPartition ? this : Identities is null ? null : this with { Source = Identities };

    /// <summary>Asks the source, and gives its failure as a value: one partition's does not end the run.</summary>
    public async Task<SourceAnswer<T>> AskAsync<T>(Func<ISyncSource, Task<T>> question, CancellationToken cancellationToken)
    {
        try
        {
            return new(await question(Source).ConfigureAwait(false), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new(default, Translate(failure, Source.Name));
        }
    }

    /// <summary>What a source has failed with, as one of the family: a source need not send its questions through a pipeline.</summary>
    public static IntegrationException Translate(Exception failure, IntegrationName source)
    {
        IntegrationException error = FailureTranslator.Translate(failure, "sync");
        error.Locate(source, "sync");
        return error;
    }
}
