using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>What came of an errand.</summary>
/// <param name="Report">The run's own report.</param>
/// <param name="Told">How many changes there were.</param>
/// <param name="HandlerFailures">How many of them the handler did not carry out.</param>
/// <param name="Error">What broke the run off; null where nothing did.</param>
internal sealed record SyncOutcome(SyncReport Report, long Told, int HandlerFailures, IntegrationException? Error)
{
    /// <summary>Whether something is to be tried again before long.</summary>
    public bool IsTroubled => Error is not null || HandlerFailures > 0 || Report.Partitions.Any(static partition => partition.Outcome == PartitionOutcome.Failed);
}
