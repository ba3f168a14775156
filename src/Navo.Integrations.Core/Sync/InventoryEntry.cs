namespace Navo.Integrations.Core.Sync;

/// <summary>What is known of an item of the copy.</summary>
/// <param name="Partition">Where it was seen last.</param>
/// <param name="Content">Its content and properties as a hash.</param>
/// <param name="Place">Its place, address and ancestors as a hash.</param>
/// <param name="Access">Who may see it as a hash; 0 where no source has said yet.</param>
/// <param name="Generation">The enumeration that saw it last.</param>
public readonly record struct InventoryEntry(string Partition, ulong Content, ulong Place, ulong Access, int Generation);
