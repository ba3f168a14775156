using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Reads a file, and the files within it down to the limit, with the extractors of their types.</summary>
internal sealed class PartReader(FormatTable formats, ExtractionMeter meter, int depth)
{
    /// <summary>Reads a file whose type is recognized.</summary>
    /// <exception cref="StopExtractionException">It cannot be read, or not further.</exception>
    public async ValueTask ReadWholeAsync(RecognizedType type, string? fileName, Stream content, DocumentWriter output, CancellationToken token)
    {
        if (formats.Find(type.MediaType) is not { } extractor)
        {
            (ExtractionStatus status, string detail) = type.Refusal ?? (ExtractionStatus.Unsupported, $"No extractor reads {type.MediaType}; add one with AddTextExtractor.");
            throw new StopExtractionException(status, detail);
        }

        content.Position = 0;
        DocumentInput input = new(new MeteredStream(content, meter, leaveOpen: true), type, fileName, meter, this);
        await extractor.ExtractAsync(input, output, token).ConfigureAwait(false);
    }

    /// <summary>Reads a file within the file. Limits of the whole end the whole; anything else is a loss of this part.</summary>
    public async ValueTask ReadAsync(string name, string? mediaType, Stream content, DocumentWriter output, CancellationToken token)
    {
        if (depth >= meter.Options.MaxNesting)
        {
            output.Lose("part:nested", $"A file lies deeper than MaxNesting ({meter.Options.MaxNesting}) and was not read.");
            return;
        }

        output.EnterPart(name);
        try
        {
            using Stream buffered = await InputBuffer.OpenAsync(content, meter, token).ConfigureAwait(false);
            RecognizedType type = FormatRecognition.Recognize(buffered, mediaType, name);
            await new PartReader(formats, meter, depth + 1).ReadWholeAsync(type, name, buffered, output, token).ConfigureAwait(false);
        }
        catch (StopExtractionException stop) when (stop.Status is not (ExtractionStatus.LimitReached or ExtractionStatus.TooLarge))
        {
            output.Lose($"part:{stop.Status.ToString().ToLowerInvariant()}", stop.Message);
        }
        catch (Exception broken) when (broken is not (StopExtractionException or OperationCanceledException or OutOfMemoryException))
        {
            output.Lose("part:corrupt", $"A file within the file is not sound: its reader gave up ({broken.GetType().Name}).");
        }
        finally
        {
            output.LeavePart();
        }
    }
}
