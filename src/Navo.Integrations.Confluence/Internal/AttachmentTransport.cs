using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Fetches the bytes of attachments within the limits that the options set.</summary>
internal sealed class AttachmentTransport(DownloadTransport transport, ConfluenceConnection connection)
{
    public async Task<AttachmentDownload> OpenAsync(FoundAttachment found, CancellationToken cancellationToken)
    {
        ConfluenceOptions options = connection.Settings.Options;
        DownloadRequest request = new()
        {
            Path = found.DownloadPath,
            What = "attachment",
            MaxBytes = options.MaxAttachmentBytes,
            MaxBytesOption = nameof(options.MaxAttachmentBytes),
            Size = found.Attachment.Size,
            MediaType = found.Attachment.MediaType,
            Idle = options.Http.AttemptTimeout,
            MaxResumes = options.Http.MaxRetryAttempts,
            RefusesOwnHost = !connection.Endpoint.IsCloud,
        };
        return new(found.Attachment, await transport.OpenAsync(request, cancellationToken).ConfigureAwait(false));
    }
}
