using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The attachments of Data Center.</summary>
internal sealed class DataCenterAttachments(IConfluenceDataCenterApi api, string siteAddress)
{
    public const string NotListed = "The source lists the attachments of current contents only.";

    private const int PageSize = 100;

    /// <exception cref="InvalidQueryException">The source does not list them, for the state of the content.</exception>
    public async Task<IReadOnlyList<ContentAttachment>> ListAsync(ContentPlace place, CancellationToken cancellationToken) =>
        await ReadAsync(place.Id, place.Status, cancellationToken).ConfigureAwait(false) is { } attachments
            ? [.. attachments.Select(attachment => AttachmentMapping.FromDataCenter(attachment, siteAddress))]
            : throw new InvalidQueryException($"{NotListed} The state of this one is {place.Status}.") { Remedy = "Restore the page to list what is attached to it." };

    /// <summary>The attachments; null where the source does not list them because the content is archived, a draft or in the bin.</summary>
    public async Task<IReadOnlyList<ContentDto>?> ReadAsync(ContentId content, ContentStatus status, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAllAsync(content, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException) when (status is ContentStatus.Archived or ContentStatus.Draft or ContentStatus.Trashed)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<ContentDto>> ReadAllAsync(ContentId content, CancellationToken cancellationToken)
    {
        long? counted = null;
        List<ContentDto> attachments = await PagedList.ToListAsync(PagedList.WalkAsync("start", ReadPageAsync, cancellationToken), attachment => attachment).ConfigureAwait(false);
        List<ContentDto> distinct = [.. attachments.DistinctBy(attachment => Required.Member(attachment.Id, "id"))];
        return distinct.Count < counted
            ? throw new ProtocolException($"The list of attachments ended after {distinct.Count} of {counted}.") { IsTransient = true }
            : distinct;

        async Task<ListDto<ContentDto>> ReadPageAsync(string? start, CancellationToken token)
        {
            ListDto<ContentDto> page = await api.GetChildrenAsync(content.Value, "attachment", PageSize, start, "version,history", token).ConfigureAwait(false);
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
