using System.IO.Compression;

namespace Navo.Integrations.Extraction.Tests.Fuzz;

/// <summary>Damages files: bytes flipped, cut, spliced and repeated; in archives also within an entry, which then fits its checksum again.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] file, int seed)
    {
        Random random = new(seed);
        return random.Next(2) == 0 && file.AsSpan().StartsWith("PK"u8) ? WithinEntry(file, random) : Damaged(file, random);
    }

    private static byte[] Damaged(byte[] file, Random random)
    {
        List<byte> bytes = [.. file];
        for (int i = random.Next(1, 4); i > 0 && bytes.Count > 4; i--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Repeat(bytes[at], random.Next(1, 2000)));
                    break;
                default:
                    for (int flips = random.Next(1, 12); flips > 0; flips--)
                    {
                        bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] WithinEntry(byte[] file, Random random)
    {
        using ZipArchive from = new(new MemoryStream(file));
        using MemoryStream target = new();
        int chosen = random.Next(from.Entries.Count);
        using (ZipArchive to = new(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i < from.Entries.Count; i++)
            {
                using MemoryStream content = new();
                using (Stream source = from.Entries[i].Open())
                {
                    source.CopyTo(content);
                }

                using Stream entry = to.CreateEntry(from.Entries[i].FullName, CompressionLevel.NoCompression).Open();
                entry.Write(i == chosen ? Damaged(content.ToArray(), random) : content.ToArray());
            }
        }

        return target.ToArray();
    }
}
