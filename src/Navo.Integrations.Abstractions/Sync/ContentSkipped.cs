namespace Navo.Integrations.Abstractions;

/// <summary>An item exists and could not be delivered. It stands in the skip ledger once this is acknowledged.</summary>
public sealed record ContentSkipped : ContentChange
{
    /// <summary>What is known of it, and why it was skipped.</summary>
    public required SkippedItem Item { get; init; }
}
