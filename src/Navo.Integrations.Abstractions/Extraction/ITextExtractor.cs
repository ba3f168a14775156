namespace Navo.Integrations.Abstractions;

/// <summary>Turns the bytes of a file into structured Markdown. The package <c>Navo.Integrations.Extraction</c> implements it; nothing is written to disk and nothing is fetched.</summary>
public interface ITextExtractor
{
    /// <summary>Reads the text of a file. What cannot be read is an outcome with a reason, never an exception: one bad file must not end the work on many.</summary>
    /// <param name="request">The file: its bytes, name and declared type.</param>
    /// <param name="cancellationToken">Ends the work within about 100 milliseconds.</param>
    /// <returns>The text, or the reason why there is none or not all of it.</returns>
    /// <exception cref="ArgumentException">The stream of the request cannot be read.</exception>
    /// <exception cref="IOException">The stream of the request failed while it was read; exceptions of the stream come through as they are.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<ExtractionOutcome> ExtractAsync(ExtractionRequest request, CancellationToken cancellationToken = default);
}
