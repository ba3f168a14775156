namespace Navo.Integrations.Core.Http;

/// <summary>Answers that the handlers hold in memory: whoever reads one whole need not copy it out of its stream first.</summary>
public static class BufferedBody
{
    /// <summary>Gives what is left of an answer without reading it.</summary>
    /// <param name="body">The answer's stream.</param>
    /// <param name="bytes">The bytes, valid until the stream is disposed of; empty when this returns false.</param>
    /// <returns>Whether the answer is in memory; otherwise it is to be read as any stream.</returns>
    /// <exception cref="ObjectDisposedException">The answer was disposed of.</exception>
    public static bool TryGetBytes(Stream body, out ReadOnlySpan<byte> bytes)
    {
        bytes = body is PooledContentStream pooled ? pooled.Rest : default;
        return body is PooledContentStream;
    }
}
