using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Navo.Integrations.Core.Http;

/// <summary>A whole body in memory from the pool, to which it goes back when the answer, or a stream of it, is disposed of. What reads it later is refused.</summary>
internal sealed class PooledContent : HttpContent
{
    private const int UnknownLength = 16_384;

    private readonly int _length;
    private byte[]? _buffer;

    private PooledContent(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    private byte[] Buffer => _buffer ?? throw new ObjectDisposedException(nameof(PooledContent));

    /// <summary>Reads a body to its end.</summary>
    /// <param name="wire">The body on the wire; it is disposed of.</param>
    /// <param name="maxBytes">How much of it, after decompression, is taken at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The body with its headers; null when it is larger.</returns>
    public static async Task<PooledContent?> ReadAsync(HttpContent wire, long maxBytes, CancellationToken cancellationToken)
    {
        using HttpContent source = wire;
        long announced = source.Headers.ContentLength ?? UnknownLength;
        if (announced > maxBytes)
        {
            return null;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)announced + 1);
        try
        {
            using Stream stream = await source.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int length = 0;
            while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and int read)
            {
                length += read;
                if (length > maxBytes)
                {
                    return null;
                }

                buffer = length < buffer.Length ? buffer : Grown(buffer);
            }

            PooledContent whole = new(buffer, length);
            buffer = [];
            foreach ((string name, HeaderStringValues values) in source.Headers.NonValidated)
            {
                whole.Headers.TryAddWithoutValidation(name, values);
            }

            return whole;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The body from a position on; asked at every read, so that no stream outlives the buffer.</summary>
    public ReadOnlySpan<byte> From(int position) => Buffer.AsSpan(position, _length - position);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new PooledContentStream(this));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Buffer, 0, _length);

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        base.Dispose(disposing);
    }

    private static byte[] Grown(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
