using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Names sources with their versions, so that an answer is kept only for those who see exactly these.</summary>
internal static class ContextKey
{
    /// <summary>The key of sources in their order, which is that of the passages. Two sources of one key and version with different texts are different.</summary>
    /// <returns>A SHA-256 digest in lower-case hexadecimal digits.</returns>
    public static string Of(IEnumerable<GroundingSource> sources) => Of([.. sources.Select(s => Of([s.Key, s.Version, s.Title, s.Text]))]);

    /// <summary>The digest of parts, each with its length before it, so that no two lists of parts run together to the same.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (string part in parts)
        {
            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(part.AsSpan());
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
