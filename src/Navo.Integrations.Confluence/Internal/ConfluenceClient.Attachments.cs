using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    private AttachmentDownloads Downloads => field ??= new(Gated, States, desk, transport, current);

    private AttachmentContents AttachmentTexts => field ??= new(Gated, States, transport, extractor, current);

    public async IAsyncEnumerable<ContentAttachment> GetAttachmentsAsync(ContentId page, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ContentAttachment attachment in await Parts.ReadAsync(ConfluenceOperations.GetAttachments, page, reader, desk.GetAttachmentsAsync, cancellationToken).ConfigureAwait(false))
        {
            yield return attachment;
        }
    }

    public Task<AttachmentDownload> DownloadAttachmentAsync(ContentId attachment, AccessContext reader, CancellationToken cancellationToken = default) =>
        Downloads.OpenAsync(attachment, reader, cancellationToken);

    public async Task<AttachmentText> GetAttachmentTextAsync(ContentId attachment, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ITextExtractor reading = extractor ?? throw AttachmentContents.NoExtractor();
        AttachmentDownload download = await Downloads.OpenAsync(attachment, reader, cancellationToken).ConfigureAwait(false);
        await using (download.ConfigureAwait(false))
        {
            ExtractionRequest request = new() { Content = download.Content, FileName = download.Attachment.FileName, MediaType = download.MediaType };
            return new(download.Attachment, await reading.ExtractAsync(request, cancellationToken).ConfigureAwait(false));
        }
    }
}
