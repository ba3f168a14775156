using System.Security.Cryptography;
using System.Text;

namespace Navo.Integrations.Core.Caching;

/// <summary>
/// AES-256-GCM. A value is: the version of this layout (one byte), the length of the key's id and the id, a nonce, the ciphertext, a tag. Layout, id and purpose are authenticated
/// with it.
/// </summary>
internal sealed class AesGcmCacheValueProtector(CacheKeyRing ring) : ICacheValueProtector
{
    private const byte Layout = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public byte[] Protect(string purpose, byte[] value)
    {
        byte[] id = Encoding.ASCII.GetBytes(ring.First);
        byte[] header = [Layout, (byte)id.Length, .. id];
        byte[] result = new byte[header.Length + NonceBytes + value.Length + TagBytes];
        header.CopyTo(result, 0);
        Span<byte> nonce = result.AsSpan(header.Length, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(ring.Find(ring.First)!, TagBytes);
        cipher.Encrypt(nonce, value, result.AsSpan(header.Length + NonceBytes, value.Length), result.AsSpan(result.Length - TagBytes), Associated(header, purpose));
        return result;
    }

    public byte[]? Unprotect(string purpose, byte[] value)
    {
        if (value is not [Layout, var idLength, ..] || value.Length < 2 + idLength + NonceBytes + TagBytes)
        {
            return null;
        }

        ReadOnlySpan<byte> header = value.AsSpan(0, 2 + idLength);
        ReadOnlySpan<byte> rest = value.AsSpan(header.Length);
        if (ring.Find(Encoding.ASCII.GetString(header[2..])) is not { } key)
        {
            return null;
        }

        byte[] plain = new byte[rest.Length - NonceBytes - TagBytes];
        try
        {
            using AesGcm cipher = new(key, TagBytes);
            cipher.Decrypt(rest[..NonceBytes], rest[NonceBytes..^TagBytes], rest[^TagBytes..], plain, Associated(header, purpose));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Associated(ReadOnlySpan<byte> header, string purpose) => [.. header, .. Encoding.UTF8.GetBytes(purpose)];
}
