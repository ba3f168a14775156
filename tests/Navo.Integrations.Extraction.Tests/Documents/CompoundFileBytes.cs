using System.Buffers.Binary;
using System.Text;

namespace Navo.Integrations.Extraction.Tests.Documents;

/// <summary>Writes the least of a compound file: a header, a table of sectors, and a directory with one name.</summary>
internal static class CompoundFileBytes
{
    public static byte[] With(string name)
    {
        byte[] file = new byte[512 * 3];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        file.AsSpan(512, 512).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + 4), 0xFFFFFFFE);
        Entry(file.AsSpan(1024), "Root Entry");
        Entry(file.AsSpan(1024 + 128), name);
        return file;
    }

    private static void Entry(Span<byte> entry, string name)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = 5;
    }
}
