using System.Buffers.Binary;
using System.Text;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Tells which of the formats of Office 97 to 2003 a compound file is, by the names in its directory ([MS-CFB]).</summary>
internal static class CompoundFile
{
    /// <summary>A newer Office document, encrypted as a whole.</summary>
    public const string EncryptedOffice = "application/x-encrypted-office";

    private const int EntrySize = 128;
    private const int MostSectors = 64;

    /// <summary>The type; that of a compound file where no name tells more.</summary>
    public static string Recognize(Stream content)
    {
        HashSet<string> names = [.. Names(content)];
        return names switch
        {
            _ when names.Contains("EncryptedPackage") || names.Contains("DataSpaces") => EncryptedOffice,
            _ when names.Contains("Workbook") || names.Contains("Book") => MediaTypes.Xls,
            _ when names.Contains("WordDocument") => MediaTypes.Doc,
            _ when names.Contains("PowerPoint Document") => MediaTypes.Ppt,
            _ when names.Contains("__properties_version1.0") => MediaTypes.OutlookMessage,
            _ => MediaTypes.CompoundFile,
        };
    }

    private static List<string> Names(Stream content)
    {
        byte[] header = new byte[512];
        content.Position = 0;
        List<string> names = [];
        if (content.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return names;
        }

        int sectorSize = 1 << Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)), 7, 16);
        uint sector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        byte[] buffer = new byte[sectorSize];
        for (int i = 0; i < MostSectors && ReadSector(content, sector, buffer); i++)
        {
            for (int at = 0; at + EntrySize <= sectorSize; at += EntrySize)
            {
                names.Add(Name(buffer.AsSpan(at, EntrySize)));
            }

            sector = Next(content, header, sector, buffer);
        }

        return names;
    }

    private static string Name(ReadOnlySpan<byte> entry)
    {
        int bytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
        return Encoding.Unicode.GetString(entry[..bytes]).TrimStart('\u0006', '\u0001', '\u0005');
    }

    // The table of sectors names the one that follows; the header names the first 109 sectors of that table.
    private static uint Next(Stream content, byte[] header, uint sector, byte[] buffer)
    {
        uint perSector = (uint)buffer.Length / sizeof(uint);
        uint table = sector / perSector;
        if (table >= 109 || !ReadSector(content, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + ((int)table * sizeof(uint)))), buffer))
        {
            return uint.MaxValue;
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan((int)(sector % perSector) * sizeof(uint)));
    }

    private static bool ReadSector(Stream content, uint sector, byte[] buffer)
    {
        long position = (sector + 1L) * buffer.Length;
        if (position >= content.Length)
        {
            return false;
        }

        buffer.AsSpan().Clear();
        content.Position = position;
        content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return true;
    }
}
