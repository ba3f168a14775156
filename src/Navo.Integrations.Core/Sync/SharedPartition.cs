namespace Navo.Integrations.Core.Sync;

/// <summary>What several workers know of a partition.</summary>
/// <param name="State">Where it stands: text that only the sync reads; null until something of it was acknowledged.</param>
/// <param name="Passes">How often it was read to its end with everything acknowledged.</param>
public sealed record SharedPartition(string? State, long Passes);
