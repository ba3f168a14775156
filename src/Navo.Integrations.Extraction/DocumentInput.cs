using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction;

/// <summary>The file that an <see cref="IFormatExtractor"/> reads.</summary>
public sealed class DocumentInput
{
    private readonly PartReader _parts;

    internal DocumentInput(Stream content, RecognizedType type, string? fileName, ExtractionMeter meter, PartReader parts)
    {
        Content = content;
        MediaType = type.MediaType;
        Charset = type.Charset;
        FileName = fileName;
        Meter = meter;
        _parts = parts;
    }

    /// <summary>The bytes, at their beginning. The stream can seek, and checks the limits and the cancellation as it is read.</summary>
    public Stream Content { get; }

    /// <summary>The media type that was recognized, in lower case.</summary>
    public string MediaType { get; }

    /// <summary>The declared character set; null where none is declared.</summary>
    public string? Charset { get; }

    /// <summary>The file's name; null where it is not known. Not safe as a path.</summary>
    public string? FileName { get; }

    internal ExtractionMeter Meter { get; }

    /// <summary>Reads a file within this file, with the extractor of its own type. What goes wrong with it is noted as a loss of the whole.</summary>
    /// <param name="name">Its name, which becomes the part of each place in it.</param>
    /// <param name="mediaType">Its declared media type; null where none is.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="output">Takes its text.</param>
    /// <param name="cancellationToken">The token that <see cref="IFormatExtractor.ExtractAsync"/> got.</param>
    /// <returns>A task that ends when it is read.</returns>
    public ValueTask ExtractPartAsync(string name, string? mediaType, Stream content, DocumentWriter output, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(output);
        return _parts.ReadAsync(name, mediaType, content, output, cancellationToken);
    }
}
