namespace Navo.Integrations.Extraction.Tests.Documents;

/// <summary>A stream that never ends and cannot seek.</summary>
internal sealed class EndlessStream(byte[] pattern) : Stream
{
    public long Given { get; private set; }

    public Action<long>? OnRead { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = pattern[(Given + i) % pattern.Length];
        }

        Given += count;
        OnRead?.Invoke(Given);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
