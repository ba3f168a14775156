namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// The hash that SharePoint keeps of files: 160 bits in a ring, into which each byte is mixed 11 bits further than the one before; the length is mixed into the end.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash"/>.</remarks>
internal sealed class QuickXorHash
{
    private const int Width = 160;
    private const int Shift = 11;

    private readonly byte[] _ring = new byte[Width / 8];
    private int _bit;
    private long _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            int at = _bit >> 3;
            int mixed = value << (_bit & 7);
            _ring[at] ^= (byte)mixed;
            _ring[at + 1 == _ring.Length ? 0 : at + 1] ^= (byte)(mixed >> 8);
            _bit += Shift;
            _bit = _bit >= Width ? _bit - Width : _bit;
        }

        _length += bytes.Length;
    }

    /// <summary>The hash of all bytes so far, in base64 as Graph gives it.</summary>
    public override string ToString()
    {
        byte[] hash = [.. _ring];
        Span<byte> length = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(length, _length);
        for (int i = 0; i < length.Length; i++)
        {
            hash[hash.Length - length.Length + i] ^= length[i];
        }

        return Convert.ToBase64String(hash);
    }
}
