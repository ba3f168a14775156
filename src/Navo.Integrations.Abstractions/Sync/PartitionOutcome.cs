namespace Navo.Integrations.Abstractions;

/// <summary>What came of a partition in a run.</summary>
public enum PartitionOutcome
{
    /// <summary>It was not read to its end.</summary>
    Incomplete = 0,

    /// <summary>It was read to its end, and an enumeration is proven complete.</summary>
    Complete,

    /// <summary>It was read to its end, and there are more deletions than the budget allows: none of them was told.</summary>
    DeletionsHeld,

    /// <summary>The enumeration ended and has fewer items than the source says there are: no deletion was told.</summary>
    Unproven,

    /// <summary>It failed; the next run goes on where it stood.</summary>
    Failed,

    /// <summary>It was not read, or not to its end: another worker has it, or has just read it.</summary>
    Elsewhere,
}
