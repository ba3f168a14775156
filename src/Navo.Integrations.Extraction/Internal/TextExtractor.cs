using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Internal;

/// <summary>Recognizes what a file is, hands it to the extractor of its type and makes an outcome of whatever happens.</summary>
internal sealed class TextExtractor(BuiltInFormats builtIn, IEnumerable<IFormatExtractor> added, IOptionsMonitor<ExtractionOptions> options, TimeProvider time, ILogger<TextExtractor> logger) : ITextExtractor
{
    private readonly FormatTable _formats = new([.. builtIn.All, .. added]);

    public async ValueTask<ExtractionOutcome> ExtractAsync(ExtractionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Content is not { CanRead: true })
        {
            throw new ArgumentException("The content cannot be read: give a stream that is open for reading.", nameof(request));
        }

        ExtractionOptions limits = options.CurrentValue;
        using CancellationTokenSource deadline = new(limits.TimeLimit, time);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        ExtractionMeter meter = new(limits, linked.Token);
        using DocumentWriter output = new(meter);
        Reading reading = new(request, meter, output);
        try
        {
            return await ReadAsync(reading, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            return reading.Ended(ExtractionStatus.TimedOut, $"The reading took longer than TimeLimit ({limits.TimeLimit}); raise it to read more.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (StopExtractionException stop)
        {
            return reading.Ended(stop.Status, stop.Message);
        }
        catch (SourceFailure failure)
        {
            throw failure.Rethrown();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            ExtractionLog.Broken(logger, reading.Type.MediaType, broken.GetType().Name);
            return reading.Ended(ExtractionStatus.Corrupt, $"The file is not a sound {reading.Type.MediaType}: its reader gave up ({broken.GetType().Name}).");
        }
    }

    private async ValueTask<ExtractionOutcome> ReadAsync(Reading reading, CancellationToken token)
    {
        using Stream content = await InputBuffer.OpenAsync(reading.Request.Content, reading.Meter, token).ConfigureAwait(false);
        if (content.Length == 0)
        {
            return reading.Ended(ExtractionStatus.NothingToExtract, "The file is empty.");
        }

        reading.Type = FormatRecognition.Recognize(content, reading.Request.MediaType, reading.Request.FileName);
        PartReader parts = new(_formats, reading.Meter, depth: 0);
        await parts.ReadWholeAsync(reading.Type, reading.Request.FileName, content, reading.Output, token).ConfigureAwait(false);
        return reading.Output.HasText
            ? reading.Ended(ExtractionStatus.Extracted, string.Empty)
            : reading.Ended(ExtractionStatus.NothingToExtract, "The file was read and holds no text.");
    }
}
