using System.Buffers.Binary;

namespace Navo.Integrations.Core.Sync;

/// <summary>An item of the inventory as its index keeps it; its id stays in the records.</summary>
internal readonly record struct InventorySlot(ulong Content, ulong Place, ulong Access, long At, int Partition, int Generation)
{
    /// <summary>The bytes of a place with key and state.</summary>
    public const int Length = 64;

    public static InventorySlot Of(InventoryEntry entry, PartitionNames names, long at) => new(entry.Content, entry.Place, entry.Access, at, names.NumberOf(entry.Partition), entry.Generation);

    public static SlotState StateOf(ReadOnlySpan<byte> bytes) => (SlotState)bytes[56];

    public static UInt128 KeyOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128LittleEndian(bytes);

    public static InventorySlot Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[32..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[48..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[52..]));

    public void Write(Span<byte> bytes, UInt128 key, SlotState state)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, key);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], Content);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], Place);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[32..], Access);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[40..], At);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[48..], Partition);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[52..], Generation);
        bytes[56] = (byte)state;
        bytes[57..Length].Clear();
    }

    public InventoryEntry ToEntry(PartitionNames names) => new(names.NameOf(Partition), Content, Place, Access, Generation);
}
