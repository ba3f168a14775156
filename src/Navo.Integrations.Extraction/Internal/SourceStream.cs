namespace Navo.Integrations.Extraction.Internal;

/// <summary>The caller's stream, read from where it stood. What fails in it is told apart from what is wrong with the file.</summary>
internal sealed class SourceStream(Stream inner) : Stream
{
    private readonly long _origin = inner.Position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = inner.Length - inner.Position;

    public override long Position
    {
        get => inner.Position - _origin;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new SourceFailure(failure);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        long target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };
        return inner.Seek(_origin + target, SeekOrigin.Begin) - _origin;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
