using Microsoft.Win32.SafeHandles;

namespace Navo.Integrations.Core.Audit.Chain;

/// <summary>Finds where a chain ended, without reading more of its files than it must.</summary>
internal static class ChainTail
{
    private const int FirstLook = 64 << 10;
    private const int LastLook = 64 << 20;
    private const byte NewLine = (byte)'\n';

    /// <summary>The last line of the chain in files named from the newest to the oldest, and the lines after it that were cut short, in their order.</summary>
    public static (ChainedLine? Last, IReadOnlyList<byte[]> Cut) Find(IEnumerable<string> newestFirst)
    {
        List<byte[]> cut = [];
        foreach (string file in newestFirst)
        {
            (ChainedLine? last, List<byte[]> after) = FindIn(file);
            cut.InsertRange(0, after);
            if (last is not null)
            {
                return (last, cut);
            }
        }

        return (null, cut);
    }

    private static (ChainedLine? Last, List<byte[]> Cut) FindIn(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        long length = RandomAccess.GetLength(file);
        for (long look = FirstLook; ; look *= 2)
        {
            bool isWhole = look >= length;
            List<byte[]> lines = LinesAtEnd(file, length, (int)Math.Min(look, length), isWhole);
            for (int i = lines.Count - 1; i >= 0; i--)
            {
                if (ChainedLine.Read(lines[i]) is { } last)
                {
                    return (last, lines[(i + 1)..]);
                }
            }

            if (isWhole || look >= LastLook)
            {
                return isWhole ? (null, lines) : throw new IOException("The audit file ends with 64 MiB without a line of a chain: name another file for the chain.");
            }
        }
    }

    /// <summary>The lines within so many bytes at the end. The first of them is left out unless it is the file's first: it may be the rest of a longer one.</summary>
    private static List<byte[]> LinesAtEnd(SafeFileHandle file, long length, int look, bool isWhole)
    {
        byte[] bytes = new byte[look];
        int read = 0;
        while (read < look && RandomAccess.Read(file, bytes.AsSpan(read), length - look + read) is > 0 and int more)
        {
            read += more;
        }

        ReadOnlySpan<byte> rest = bytes.AsSpan(0, read);
        List<byte[]> lines = [];
        while (rest.IndexOf(NewLine) is >= 0 and int end)
        {
            lines.Add(rest[..end].ToArray());
            rest = rest[(end + 1)..];
        }

        if (!rest.IsEmpty)
        {
            lines.Add(rest.ToArray());
        }

        return isWhole || lines.Count == 0 ? lines : lines[1..];
    }
}
