using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.SharePoint;

/// <summary>The bytes of a document on their way. Dispose of it to end the transfer and free the connection.</summary>
public sealed class DocumentDownload : IAsyncDisposable, IDisposable
{
    internal DocumentDownload(SharePointItem document, Download download, Stream content)
    {
        Document = document;
        Content = content;
        Length = download.Length;
        MediaType = document.MediaType ?? download.MediaType;
    }

    /// <summary>What is known about the document.</summary>
    public SharePointItem Document { get; }

    /// <summary>
    /// The bytes as they arrive, to be read once and forward. A transfer that breaks off is taken up where it ended. Reading throws
    /// <see cref="Abstractions.UnavailableException"/> where that fails, <see cref="Abstractions.ProtocolException"/> where there are more bytes than declared or allowed or where they are not those whose
    /// hash the source keeps, and <see cref="Abstractions.IntegrationTimeoutException"/> where none arrive for <c>Http:AttemptTimeout</c>. The end of the stream is the end of the file.
    /// </summary>
    public Stream Content { get; }

    /// <summary>The media type; not a proof of what the file holds.</summary>
    public string? MediaType { get; }

    /// <summary>The length in bytes; null where nobody declares it.</summary>
    public long? Length { get; }

    /// <summary>The name under which the file can be saved.</summary>
    public string FileName => Document.SafeFileName;

    /// <inheritdoc />
    public void Dispose() => Content.Dispose();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
