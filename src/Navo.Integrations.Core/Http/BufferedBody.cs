namespace Navo.Integrations.Core.Http;

/// <summary>Answers that the handlers hold in memory: whoever reads one whole need not copy it out of its stream first.</summary>
public static class BufferedBody
{
    /// <summary>Gives a whole answer without reading it, whether or not it was loaded into a buffer of its own since.</summary>
    /// <param name="content">The answer's content.</param>
    /// <param name="bytes">The bytes, valid until the content is disposed of; empty when this returns false.</param>
    /// <returns>Whether the handlers hold the answer in memory; otherwise it is to be read as any content.</returns>
    /// <exception cref="ObjectDisposedException">The answer was disposed of.</exception>
    public static bool TryGetBytes(HttpContent content, out ReadOnlySpan<byte> bytes)
    {
        bytes = content is PooledContent pooled ? pooled.From(0) : default;
        return content is PooledContent;
    }

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
