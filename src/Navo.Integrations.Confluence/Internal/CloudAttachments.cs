using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The attachments of Cloud.</summary>
internal sealed class CloudAttachments(IConfluenceCloudApi api, CloudItems items, string siteAddress)
{
    private readonly string _baseAddress = $"{siteAddress}/wiki";

    public async Task<IReadOnlyList<ContentAttachment>> ListAsync(ContentPlace place, CancellationToken cancellationToken)
    {
        string baseAddress = _baseAddress;
        List<AttachmentDto> attachments = await PagedList.ToListAsync(PagedList.WalkAsync("cursor", ReadPageAsync, cancellationToken), attachment => attachment).ConfigureAwait(false);
        IReadOnlyDictionary<string, string> names = await items.Lookups.NamesAsync(attachments.Select(a => a.Version?.AuthorId), cancellationToken).ConfigureAwait(false);
        return [.. attachments.Select(a => AttachmentMapping.FromCloud(a, baseAddress, names)).DistinctBy(a => a.Id)];

        async Task<ListDto<AttachmentDto>> ReadPageAsync(string? cursor, CancellationToken token)
        {
            ListDto<AttachmentDto> page = await (place.Kind == ContentKind.BlogPost
                ? api.GetBlogPostAttachmentsAsync(place.Id.Value, ConfluenceDefaults.MaxPageSize, cursor, token)
                : api.GetPageAttachmentsAsync(place.Id.Value, ConfluenceDefaults.MaxPageSize, cursor, token)).ConfigureAwait(false);
            baseAddress = page.Links?.Base ?? baseAddress; // the address for people: behind the gateway the source alone knows it
            return page;
        }
    }

    public async Task<FoundAttachment> FindAsync(ContentId id, CancellationToken cancellationToken)
    {
        AttachmentDto attachment = await ReadAsync(id, cancellationToken).ConfigureAwait(false);
        string container = ContainerOf(attachment);
        ContainerRef space = await items.LocateAsync(new(container), cancellationToken).ConfigureAwait(false);
        ContentAttachment found = AttachmentMapping.FromCloud(attachment, _baseAddress, new Dictionary<string, string>());
        return new(found, new ContentId(container), space, $"/wiki/rest/api/content/{Uri.EscapeDataString(container)}/child/attachment/{Uri.EscapeDataString(found.Id.Value)}/download");
    }

    /// <summary>The space of the page or blog post that an attachment hangs on.</summary>
    public async Task<ContainerRef> LocateAsync(ContentId id, CancellationToken cancellationToken) =>
        await items.LocateAsync(new(ContainerOf(await ReadAsync(id, cancellationToken).ConfigureAwait(false))), cancellationToken).ConfigureAwait(false);

    public static bool IsAttachment(ContentId id) => id.Value.StartsWith("att", StringComparison.Ordinal);

    private async Task<AttachmentDto> ReadAsync(ContentId id, CancellationToken cancellationToken)
    {
        ConfluenceIds.Require(id);
        try
        {
            return await api.GetAttachmentAsync(id.Value, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException) when (!IsAttachment(id))
        {
            ContentTypesDto types = await api.GetContentTypesAsync(new([id.Value]), cancellationToken).ConfigureAwait(false);
            throw VocabularyMapping.ToKind(types.Results?.GetValueOrDefault(id.Value)) is var kind && kind is ContentKind.Other or ContentKind.Attachment
                ? ReaderGate.AbsentOrNotVisible(id)
                : new InvalidQueryException($"The id belongs to a {kind}, not to an attachment.") { Remedy = "Pass an id that GetAttachmentsAsync gives." };
        }
    }

    public static string ContainerOf(AttachmentDto attachment) => Required.Member(attachment.PageId ?? attachment.BlogPostId, "pageId");
}
