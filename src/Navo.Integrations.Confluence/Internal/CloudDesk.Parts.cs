using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class CloudDesk
{
    private CloudAttachments Attachments => field ??= new(api, items, context.SiteAddress);

    public Task<ContentPlace> PlaceAsync(ContentId id, CancellationToken cancellationToken) => items.PlaceAsync(id, cancellationToken);

    public Task<IReadOnlyList<ContentVersion>> GetVersionsAsync(ContentPlace place, CancellationToken cancellationToken) =>
        new CloudVersions(api, items).ListAsync(place, cancellationToken);

    public Task<VersionedItem> GetVersionAsync(ContentPlace place, int number, CancellationToken cancellationToken) =>
        new CloudVersions(api, items).GetAsync(place, number, cancellationToken);

    public Task<IReadOnlyList<ContentAttachment>> GetAttachmentsAsync(ContentPlace place, CancellationToken cancellationToken) => Attachments.ListAsync(place, cancellationToken);

    public Task<FoundAttachment> FindAttachmentAsync(ContentId id, CancellationToken cancellationToken) => Attachments.FindAsync(id, cancellationToken);

    public Task<IReadOnlyList<ContentComment>> GetCommentsAsync(ContentPlace place, CancellationToken cancellationToken) =>
        new CloudComments(api, items.Lookups, context.SiteAddress).ReadAsync(place, cancellationToken);
}
