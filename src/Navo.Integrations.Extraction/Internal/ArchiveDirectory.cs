using System.Buffers.Binary;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>What the end of a zip archive says of its directory, read before anything is allocated for its entries.</summary>
/// <param name="Entries">How many entries it says that it has.</param>
/// <param name="Bytes">How many bytes its directory can have at most.</param>
internal readonly record struct ArchiveDirectory(long Entries, long Bytes)
{
    private const int EndSize = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorSize = 20;
    private const long MostBytes = 64L << 20;

    /// <summary>Whether it is small enough to be read at all.</summary>
    public bool IsPlausible => Bytes <= MostBytes;

    /// <summary>Finds it; null where there is no end of an archive.</summary>
    public static ArchiveDirectory? Find(Stream content)
    {
        int size = (int)Math.Min(content.Length, EndSize + LongestComment);
        byte[] tail = new byte[size];
        content.Position = content.Length - size;
        content.ReadExactly(tail);
        int at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndSize > size)
        {
            return null;
        }

        ReadOnlySpan<byte> end = tail.AsSpan(at, EndSize);
        long entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        long position = content.Length - size + at;
        if (entries == ushort.MaxValue || offset == uint.MaxValue)
        {
            (entries, offset) = Zip64(content, position) ?? (entries, offset);
        }

        return new(entries, Math.Max(0, position - offset));
    }

    private static (long Entries, long Offset)? Zip64(Stream content, long end)
    {
        Span<byte> record = stackalloc byte[56];
        if (end < LocatorSize)
        {
            return null;
        }

        content.Position = end - LocatorSize;
        content.ReadExactly(record[..LocatorSize]);
        long at = BinaryPrimitives.ReadInt64LittleEndian(record[8..]);
        if (!record.StartsWith("PK\x06\x07"u8) || at < 0 || at > content.Length - record.Length)
        {
            return null;
        }

        content.Position = at;
        content.ReadExactly(record);
        return record.StartsWith("PK\x06\x06"u8)
            ? (BinaryPrimitives.ReadInt64LittleEndian(record[32..]), BinaryPrimitives.ReadInt64LittleEndian(record[48..]))
            : null;
    }
}
