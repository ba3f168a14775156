using System.Buffers.Binary;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>A record of the inventory's file: an item as it stands, or that it is out.</summary>
internal readonly record struct InventoryRecord(ContentId Id, InventoryEntry? Entry)
{
    /// <summary>Length and checksum stand before each record.</summary>
    public const int HeadLength = 8;

    private const int FixedLength = 28;
    private const int MaxLength = 8192;

    /// <summary>Writes the record with its head.</summary>
    public byte[] ToBytes()
    {
        byte[] id = Encoding.UTF8.GetBytes(Id.Value);
        byte[] partition = Encoding.UTF8.GetBytes(Entry?.Partition ?? string.Empty);
        byte[] bytes = new byte[HeadLength + 4 + id.Length + (Entry is null ? 0 : FixedLength + partition.Length)];
        Span<byte> body = bytes.AsSpan(HeadLength);
        BinaryPrimitives.WriteInt32LittleEndian(body, id.Length);
        id.CopyTo(body[4..]);
        if (Entry is { } entry)
        {
            Span<byte> marks = body[(4 + id.Length)..];
            BinaryPrimitives.WriteUInt64LittleEndian(marks, entry.Content);
            BinaryPrimitives.WriteUInt64LittleEndian(marks[8..], entry.Place);
            BinaryPrimitives.WriteUInt64LittleEndian(marks[16..], entry.Access);
            BinaryPrimitives.WriteInt32LittleEndian(marks[24..], entry.Generation);
            partition.CopyTo(marks[FixedLength..]);
        }

        BinaryPrimitives.WriteInt32LittleEndian(bytes, body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Checksum(body));
        return bytes;
    }

    /// <summary>Reads the record at the front of some bytes; null where there is none that is whole.</summary>
    public static InventoryRecord? Read(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        if (bytes.Length < HeadLength + 4 || BinaryPrimitives.ReadInt32LittleEndian(bytes) is var size && (size is < 4 or > MaxLength || size > bytes.Length - HeadLength))
        {
            return null;
        }

        ReadOnlySpan<byte> body = bytes.Slice(HeadLength, BinaryPrimitives.ReadInt32LittleEndian(bytes));
        int idLength = BinaryPrimitives.ReadInt32LittleEndian(body);
        int rest = body.Length - 4 - idLength;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) != Checksum(body) || idLength <= 0 || (rest != 0 && rest < FixedLength))
        {
            return null;
        }

        length = HeadLength + body.Length;
        ContentId id = new(Encoding.UTF8.GetString(body.Slice(4, idLength)));
        return rest == 0 ? new(id, null) : new(id, EntryOf(body[(4 + idLength)..]));
    }

    private static InventoryEntry EntryOf(ReadOnlySpan<byte> marks) => new(
        Encoding.UTF8.GetString(marks[FixedLength..]),
        BinaryPrimitives.ReadUInt64LittleEndian(marks),
        BinaryPrimitives.ReadUInt64LittleEndian(marks[8..]),
        BinaryPrimitives.ReadUInt64LittleEndian(marks[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(marks[24..]));

    /// <summary>FNV-1a: it tells a record that was cut off, not one that somebody forged.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint hash = 2166136261;
        foreach (byte one in bytes)
        {
            hash = unchecked((hash ^ one) * 16777619);
        }

        return hash;
    }
}
