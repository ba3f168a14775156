using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>The keys of items in the index: half of a SHA-256 of their ids. The last thousand are remembered, for an item is looked up, noted and settled one soon after the other. Not safe for concurrent use.</summary>
internal sealed class InventoryKeys
{
    private const int Remembered = 1024;

    private readonly (string? Id, UInt128 Key)[] _last = new (string?, UInt128)[Remembered];

    public UInt128 Of(ContentId id)
    {
        ref (string? Id, UInt128 Key) last = ref _last[(uint)id.Value.GetHashCode(StringComparison.Ordinal) % Remembered];
        if (last.Id != id.Value)
        {
            last = (id.Value, Hash(id.Value));
        }

        return last.Key;
    }

    private static UInt128 Hash(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
