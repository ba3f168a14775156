namespace Navo.Integrations.EnterpriseGpt.Tests.Wire;

/// <summary>A body that comes in packets: a read gives what is left of one of them.</summary>
internal sealed class PacketStream(byte[][] packets) : Stream
{
    private int _packet;
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_packet < packets.Length && _position == packets[_packet].Length)
        {
            (_packet, _position) = (_packet + 1, 0);
        }

        if (_packet == packets.Length)
        {
            return 0;
        }

        int read = Math.Min(count, packets[_packet].Length - _position);
        packets[_packet].AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
