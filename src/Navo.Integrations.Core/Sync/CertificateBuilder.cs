using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Counts what becomes of a partition.</summary>
internal sealed class CertificateBuilder(SyncPartition partition)
{
    private readonly ConcurrentDictionary<SkipReason, long> _skipped = [];

    public PartitionOutcome Outcome { get; set; }

    public bool IsEnumeration { get; set; }

    public long? Expected { get; set; }

    public long Seen { get; set; }

    public long Told { get; set; }

    public long Unchanged { get; set; }

    public long Deleted { get; set; }

    public long DeletionsHeld { get; set; }

    public long Missed { get; set; }

    public IntegrationException? Error { get; set; }

    public void Skip(SkipReason reason) => _skipped.AddOrUpdate(reason, 1, static (_, count) => count + 1);

    public SyncCertificate Build() => new()
    {
        Partition = partition.Id,
        Title = partition.Title,
        Outcome = Outcome,
        IsEnumeration = IsEnumeration,
        Expected = Expected,
        Seen = Seen,
        Told = Told,
        Unchanged = Unchanged,
        Deleted = Deleted,
        DeletionsHeld = DeletionsHeld,
        Missed = Missed,
        Skipped = new Dictionary<SkipReason, long>(_skipped),
        Error = Error,
    };
}
