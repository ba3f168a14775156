namespace Navo.Integrations.Confluence;

/// <summary>The bytes of an attachment on their way. Dispose of it to end the transfer and free the connection.</summary>
public sealed class AttachmentDownload : IAsyncDisposable, IDisposable
{
    private readonly HttpResponseMessage _response;

    internal AttachmentDownload(ContentAttachment attachment, HttpResponseMessage response, Stream content)
    {
        Attachment = attachment;
        Content = content;
        Length = response.Content.Headers.ContentLength ?? attachment.Size;
        MediaType = attachment.MediaType ?? response.Content.Headers.ContentType?.MediaType;
        _response = response;
    }

    /// <summary>What is known about the attachment.</summary>
    public ContentAttachment Attachment { get; }

    /// <summary>
    /// The bytes as they arrive, to be read once and forward. Reading throws <see cref="Abstractions.UnavailableException"/> where the transfer breaks off or
    /// ends early, <see cref="Abstractions.ProtocolException"/> where there are more bytes than declared or allowed, and
    /// <see cref="Abstractions.IntegrationTimeoutException"/> where none arrive for <c>Http:AttemptTimeout</c>. The end of the stream is the end of the file.
    /// </summary>
    public Stream Content { get; }

    /// <summary>The media type; not a proof of what the file holds.</summary>
    public string? MediaType { get; }

    /// <summary>The length in bytes; null where nobody declares it.</summary>
    public long? Length { get; }

    /// <summary>The name under which the file can be saved; see <see cref="ContentAttachment.SafeFileName"/>.</summary>
    public string FileName => Attachment.SafeFileName;

    /// <inheritdoc />
    public void Dispose()
    {
        Content.Dispose();
        _response.Dispose();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
    }
}
