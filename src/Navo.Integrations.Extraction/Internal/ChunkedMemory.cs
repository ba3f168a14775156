using System.Buffers;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Bytes in rented pieces, as a stream that can seek. It grows without ever being copied.</summary>
internal sealed class ChunkedMemory : Stream
{
    private const int ChunkSize = 64 << 10;

    private readonly List<byte[]> _chunks = [];
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position { get; set; }

    /// <summary>Room for more bytes at the end.</summary>
    public Memory<byte> Reserve(int wanted)
    {
        int used = (int)(_length % ChunkSize);
        if (_length / ChunkSize == _chunks.Count)
        {
            _chunks.Add(ArrayPool<byte>.Shared.Rent(ChunkSize));
        }

        return _chunks[^1].AsMemory(used, Math.Min(wanted, ChunkSize - used));
    }

    /// <summary>Notes that room was filled.</summary>
    public void Grow(int bytes) => _length += bytes;

    public override int Read(Span<byte> buffer)
    {
        int total = 0;
        while (total < buffer.Length && Position < _length)
        {
            int at = (int)(Position % ChunkSize);
            int count = (int)Math.Min(Math.Min(ChunkSize - at, buffer.Length - total), _length - Position);
            _chunks[(int)(Position / ChunkSize)].AsSpan(at, count).CopyTo(buffer[total..]);
            total += count;
            Position += count;
        }

        return total;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        long target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => _length + offset,
        };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        return Position = target;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        foreach (byte[] chunk in _chunks)
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        _chunks.Clear();
        _length = 0;
        base.Dispose(disposing);
    }
}
