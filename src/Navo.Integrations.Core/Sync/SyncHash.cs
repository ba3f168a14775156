using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.Core.Sync;

/// <summary>A text as a number that nobody can make collide at will.</summary>
internal static class SyncHash
{
    /// <summary>Stands for nothing said yet.</summary>
    public const ulong Unknown = 0;

    /// <summary>
    /// Stands for something told and not acknowledged: the copy may have it or not, so it is told again. It is another number each time, so that who settles it sees whether somebody else has told of
    /// the item since.
    /// </summary>
    public static ulong Unsettled() => (ulong)Random.Shared.NextInt64(1, long.MaxValue);

    /// <summary>Hashes a text; never the one that stands for nothing said.</summary>
    public static ulong Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Math.Max(Unknown + 1, BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }
}
