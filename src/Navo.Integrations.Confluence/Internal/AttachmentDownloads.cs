using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Downloads, behind the gate of the attachment itself and within the boundary.</summary>
internal sealed class AttachmentDownloads(GatedReads reads, IConfluenceDesk desk, AttachmentTransport transport, Func<ConfluenceSettings> current)
{
    public Task<AttachmentDownload> OpenAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        SpaceBoundary boundary = current().Boundary;
        return reads.ReadAsync(ConfluenceOperations.DownloadAttachment, reader, new GatedRead<AttachmentDownload>(id, OpenAsServiceAsync), cancellationToken);

        async Task<AttachmentDownload> OpenAsServiceAsync(CancellationToken token)
        {
            FoundAttachment found = await desk.FindAttachmentAsync(id, token).ConfigureAwait(false);
            boundary.Require(found.Container, id);
            return await transport.OpenAsync(found, token).ConfigureAwait(false);
        }
    }
}
