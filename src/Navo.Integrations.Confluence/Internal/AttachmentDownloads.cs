using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Downloads, behind the gate of the attachment itself, within the boundary, and for readers from pages alone that they see.</summary>
internal sealed class AttachmentDownloads(GatedReads reads, PageStates states, IConfluenceDesk desk, AttachmentTransport transport, Func<ConfluenceSettings> current)
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
            if (!reader.IsService)
            {
                await states.RequireAsync(id, Required.Member(found.Page, "container.id"), reader, token).ConfigureAwait(false);
            }

            return await transport.OpenAsync(found, token).ConfigureAwait(false);
        }
    }
}
