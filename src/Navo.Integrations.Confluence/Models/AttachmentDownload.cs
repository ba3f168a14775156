using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.Confluence;

/// <summary>The bytes of an attachment on their way. Dispose of it to end the transfer and free the connection.</summary>
public sealed class AttachmentDownload : IAsyncDisposable, IDisposable
{
    internal AttachmentDownload(ContentAttachment attachment, Download download)
    {
        Attachment = attachment;
        Content = download.Content;
        Length = download.Length;
        MediaType = attachment.MediaType ?? download.MediaType;
    }

    /// <summary>What is known about the attachment.</summary>
    public ContentAttachment Attachment { get; }

    /// <summary>
    /// The bytes as they arrive, to be read once and forward. Reading throws <see cref="Abstractions.UnavailableException"/> where the transfer breaks off or
    /// ends early, <see cref="Abstractions.ProtocolException"/> where there are more bytes than declared or allowed, and
    /// <see cref="Abstractions.IntegrationTimeoutException"/> where none arrive for <c>Http:AttemptTimeout</c>. A synchronous read has the same bound. The end of the stream is the end of the file.
    /// </summary>
    public Stream Content { get; }

    /// <summary>The media type; not a proof of what the file holds.</summary>
    public string? MediaType { get; }

    /// <summary>The length in bytes; null where nobody declares it.</summary>
    public long? Length { get; }

    /// <summary>The name under which the file can be saved; see <see cref="ContentAttachment.SafeFileName"/>.</summary>
    public string FileName => Attachment.SafeFileName;

    /// <inheritdoc />
    public void Dispose() => Content.Dispose();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
