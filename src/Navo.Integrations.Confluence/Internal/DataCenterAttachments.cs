using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The attachments of Data Center.</summary>
internal sealed class DataCenterAttachments(IConfluenceDataCenterApi api, string siteAddress)
{
    private const int PageSize = 100;

    public async Task<IReadOnlyList<ContentAttachment>> ListAsync(ContentPlace place, CancellationToken cancellationToken)
    {
        long? counted = null;
        List<ContentAttachment> attachments = await PagedList.ToListAsync(
            PagedList.WalkAsync("start", ReadPageAsync, cancellationToken),
            attachment => AttachmentMapping.FromDataCenter(attachment, siteAddress)).ConfigureAwait(false);
        List<ContentAttachment> distinct = [.. attachments.DistinctBy(a => a.Id)];
        return distinct.Count < counted
            ? throw new ProtocolException($"The list of attachments ended after {distinct.Count} of {counted}.") { IsTransient = true }
            : distinct;

        async Task<ListDto<ContentDto>> ReadPageAsync(string? start, CancellationToken token)
        {
            ListDto<ContentDto> page = await api.GetChildrenAsync(place.Id.Value, "attachment", PageSize, start, "version,history", token).ConfigureAwait(false);
            counted = page.TotalSize;
            return page;
        }
    }

    public async Task<FoundAttachment> FindAsync(ContentId id, CancellationToken cancellationToken)
    {
        ConfluenceIds.Require(id);
        ContentDto attachment = await api.GetContentAsync(id.Value, "version,history,space,container", cancellationToken).ConfigureAwait(false);
        if (VocabularyMapping.ToKind(attachment.Type) != ContentKind.Attachment)
        {
            throw new InvalidQueryException($"The id belongs to a {VocabularyMapping.ToKind(attachment.Type)}, not to an attachment.") { Remedy = "Pass an id that GetAttachmentsAsync gives." };
        }

        return new(AttachmentMapping.FromDataCenter(attachment, siteAddress), attachment.Container?.Id is { } page ? new ContentId(page) : null, ContentMapping.ToContainer(attachment), Required.Member(attachment.Links?.Download, "_links.download"));
    }
}
