using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Makes a stream that can seek of whatever the caller has, within the limit for a file. Nothing is written to disk.</summary>
internal static class InputBuffer
{
    private const int ChunkSize = 64 << 10;

    /// <summary>Opens it. Disposing what comes back leaves the caller's stream open.</summary>
    public static async ValueTask<Stream> OpenAsync(Stream content, ExtractionMeter meter, CancellationToken token)
    {
        if (content.CanSeek)
        {
            Check(content.Length - content.Position, meter);
            return content is MeteredStream ? new MeteredStream(content, meter, leaveOpen: true) : new SourceStream(content);
        }

        return await CopyAsync(content, meter, token).ConfigureAwait(false);
    }

    private static async ValueTask<Stream> CopyAsync(Stream content, ExtractionMeter meter, CancellationToken token)
    {
        ChunkedMemory memory = new();
        try
        {
            while (true)
            {
                int read = await ReadAsync(content, memory.Reserve(ChunkSize), token).ConfigureAwait(false);
                if (read == 0)
                {
                    memory.Position = 0;
                    return memory;
                }

                memory.Grow(read);
                Check(memory.Length, meter);
            }
        }
        catch
        {
            await memory.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async ValueTask<int> ReadAsync(Stream content, Memory<byte> buffer, CancellationToken token)
    {
        try
        {
            return await content.ReadAsync(buffer, token).ConfigureAwait(false);
        }
        catch (Exception failure) when (content is not MeteredStream && failure is not OperationCanceledException)
        {
            throw new SourceFailure(failure);
        }
    }

    private static void Check(long length, ExtractionMeter meter)
    {
        if (length > meter.Options.MaxInputBytes)
        {
            throw new StopExtractionException(ExtractionStatus.TooLarge, string.Create(
                CultureInfo.InvariantCulture, $"The file is larger than MaxInputBytes ({meter.Options.MaxInputBytes:N0}); raise it to read the file."));
        }
    }
}
