namespace Navo.Integrations.Core.Sync;

/// <summary>An item of the inventory as it is kept in memory.</summary>
internal readonly record struct InventorySlot(ulong Content, ulong Place, ulong Access, long At, int Partition, int Generation)
{
    public static InventorySlot Of(InventoryEntry entry, PartitionNames names, long at) => new(entry.Content, entry.Place, entry.Access, at, names.NumberOf(entry.Partition), entry.Generation);

    public InventoryEntry ToEntry(PartitionNames names) => new(names.NameOf(Partition), Content, Place, Access, Generation);
}
