namespace Navo.Integrations.Extraction.Tests.Documents;

/// <summary>A stream that fails when it is read.</summary>
internal sealed class BrokenStream(Exception failure) : MemoryStream([1, 2, 3])
{
    public override int Read(Span<byte> buffer) => throw failure;

    public override int Read(byte[] buffer, int offset, int count) => throw failure;
}
