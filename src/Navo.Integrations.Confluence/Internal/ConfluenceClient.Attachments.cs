using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    private AttachmentDownloads Downloads => field ??= new(Gated, desk, transport, current);

    public async IAsyncEnumerable<ContentAttachment> GetAttachmentsAsync(ContentId page, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ContentAttachment attachment in await Parts.ReadAsync(ConfluenceOperations.GetAttachments, page, reader, desk.GetAttachmentsAsync, cancellationToken).ConfigureAwait(false))
        {
            yield return attachment;
        }
    }

    public Task<AttachmentDownload> DownloadAttachmentAsync(ContentId attachment, AccessContext reader, CancellationToken cancellationToken = default) =>
        Downloads.OpenAsync(attachment, reader, cancellationToken);
}
