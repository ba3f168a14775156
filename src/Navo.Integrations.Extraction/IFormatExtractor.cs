namespace Navo.Integrations.Extraction;

/// <summary>Reads the text of one family of formats. Register your own with <c>AddTextExtractor&lt;T&gt;()</c>; for a media type that it names, it goes before the ones that come with the package.</summary>
public interface IFormatExtractor
{
    /// <summary>The media types that it reads, in lower case and without parameters, for example <c>image/png</c>.</summary>
    IReadOnlyList<string> MediaTypes { get; }

    /// <summary>Reads a file forward and writes its text. It is called for many files at the same time.</summary>
    /// <param name="input">The file.</param>
    /// <param name="output">Takes the text in reading order. It ends the reading by an exception of its own when a limit is reached; let it through.</param>
    /// <param name="cancellationToken">The caller's token and the time limit in one; streams and the output heed it as well.</param>
    /// <returns>A task that ends when all is written. Any exception but a cancellation makes the file <c>Corrupt</c>, with what was written kept.</returns>
    ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken);
}
