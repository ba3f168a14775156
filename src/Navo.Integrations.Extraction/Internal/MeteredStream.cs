namespace Navo.Integrations.Extraction.Internal;

/// <summary>A stream that heeds the cancellation at each read, so that libraries without a token of their own can be stopped, and counts what a compressed part expands to.</summary>
internal sealed class MeteredStream(Stream inner, ExtractionMeter meter, long? compressed = null, bool leaveOpen = false) : Stream
{
    private readonly long _origin = inner.CanSeek ? inner.Position : 0;
    private long _expanded;

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length - _origin;

    public override long Position
    {
        get => inner.CanSeek ? inner.Position - _origin : _expanded;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        meter.Checkpoint();
        return Count(inner.Read(buffer));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        meter.Checkpoint();
        return Count(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        long target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        return inner.Seek(_origin + target, SeekOrigin.Begin) - _origin;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        if (compressed is { } size)
        {
            _expanded += read;
            meter.Expand(read, _expanded, size);
        }

        return read;
    }
}
