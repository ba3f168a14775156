using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Caching;

/// <summary>
/// Makes keys: SHA-256 over all that a result depends on, the reader included. Each part is preceded by its length, so that no two
/// lists of parts look the same, and the key tells nothing of them but the region.
/// </summary>
internal static class CacheKey
{
    private const string Prefix = "navo:";
    private const int Length = 5 + 1 + 43; // the prefix, the region and 32 bytes as base64url
    private const int StackLimit = 1024;

    public static string Of(IntegrationName integration, string realm, IntegrationOperation operation, AccessContext reader, ReadOnlySpan<string?> arguments)
    {
        int bound = BoundOf(integration.Kind) + BoundOf(integration.Instance) + BoundOf(realm) + BoundOf(operation.Name) + BoundOf(reader.Key);
        foreach (string? argument in arguments)
        {
            bound += BoundOf(argument);
        }

        Span<byte> parts = bound <= StackLimit ? stackalloc byte[StackLimit] : new byte[bound];
        int end = Append(parts, 0, integration.Kind);
        end = Append(parts, end, integration.Instance);
        end = Append(parts, end, realm);
        end = Append(parts, end, operation.Name);
        end = Append(parts, end, reader.Key);
        foreach (string? argument in arguments)
        {
            end = Append(parts, end, argument);
        }

        return Format(operation.Region, parts[..end]);
    }

    private static int BoundOf(string? part) => sizeof(int) + ((part?.Length ?? 0) * sizeof(char));

    /// <summary>Writes the length and the text: as bytes where it is ASCII, else as UTF-16 with the length negated; null as the least length.</summary>
    private static int Append(Span<byte> target, int start, string? part)
    {
        Span<byte> text = target[(start + sizeof(int))..];
        if (part is null)
        {
            BinaryPrimitives.WriteInt32LittleEndian(target[start..], int.MinValue);
            return start + sizeof(int);
        }

        if (Ascii.FromUtf16(part, text, out int written) == System.Buffers.OperationStatus.Done)
        {
            BinaryPrimitives.WriteInt32LittleEndian(target[start..], written);
            return start + sizeof(int) + written;
        }

        ReadOnlySpan<byte> utf16 = MemoryMarshal.AsBytes(part.AsSpan());
        utf16.CopyTo(text);
        BinaryPrimitives.WriteInt32LittleEndian(target[start..], -utf16.Length);
        return start + sizeof(int) + utf16.Length;
    }

    /// <summary>The region that a key belongs to.</summary>
    public static CacheRegion RegionOf(string key) => (CacheRegion)(key[Prefix.Length] - '0');

    private static string Format(CacheRegion region, ReadOnlySpan<byte> parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(parts, hash);
        Span<char> text = stackalloc char[Length];
        Prefix.CopyTo(text);
        text[Prefix.Length] = (char)('0' + (int)region);
        Base64Url.EncodeToChars(hash, text[(Prefix.Length + 1)..]);
        return new string(text);
    }
}
