namespace Navo.Integrations.Confluence.Tests.Resources;

/// <summary>A transfer whose connection is reset.</summary>
internal sealed class TornStream() : UnknownLengthStream([])
{
    public override int Read(byte[] buffer, int offset, int count) => throw new IOException("reset");
}
