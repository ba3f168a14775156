namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>Gives some bytes and then breaks.</summary>
internal sealed class BreakingStream(byte[] bytes, Exception failure) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => Position < Length ? base.Read(buffer, offset, count) : throw failure;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Position < Length ? base.ReadAsync(buffer, cancellationToken) : ValueTask.FromException<int>(failure);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
