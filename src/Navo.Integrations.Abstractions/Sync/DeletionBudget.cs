namespace Navo.Integrations.Abstractions;

/// <summary>
/// How many deletions of a partition a run may tell without asking. Beyond it nothing of that partition is removed and the report says so: a revoked right, a wrong scope or a source that
/// answers half look just like a great clearing-out.
/// </summary>
public sealed record DeletionBudget
{
    /// <summary>No bound: for a run that somebody looked at.</summary>
    public static DeletionBudget Unlimited { get; } = new() { MaxShare = 1, MaxCount = long.MaxValue, AlwaysAllowed = long.MaxValue };

    /// <summary>The largest share of the items that the copy has of a partition, 0 to 1.</summary>
    public double MaxShare { get; init; } = 0.2;

    /// <summary>The largest number.</summary>
    public long MaxCount { get; init; } = 10_000;

    /// <summary>So many are allowed whatever their share, so that small partitions can be tidied up.</summary>
    public long AlwaysAllowed { get; init; } = 5;

    /// <summary>Whether a number of deletions is within the budget.</summary>
    /// <param name="deletions">The deletions.</param>
    /// <param name="known">How many items the copy has of the partition.</param>
    /// <returns>Whether it is.</returns>
    public bool Allows(long deletions, long known) => deletions <= AlwaysAllowed || (deletions <= MaxCount && deletions <= known * MaxShare);
}
