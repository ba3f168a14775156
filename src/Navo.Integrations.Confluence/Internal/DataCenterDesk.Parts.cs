using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class DataCenterDesk
{
    private const string CommentMembers = "body.storage,version,history,ancestors,extensions.inlineProperties,extensions.resolution";

    private DataCenterAttachments Attachments => field ??= new(api, context.SiteAddress);

    public async Task<ContentPlace> PlaceAsync(ContentId id, CancellationToken cancellationToken)
    {
        ContentDto content = await ReadAsync(id, "version,space", cancellationToken).ConfigureAwait(false);
        return new(
            id,
            VocabularyMapping.ToKind(content.Type),
            Required.Member(content.Title, "title"),
            ContentMapping.ToContainer(content),
            Required.Member(content.Version?.Number, "version.number"),
            VocabularyMapping.ToStatus(content.Status));
    }

    public Task<IReadOnlyList<ContentAttachment>> GetAttachmentsAsync(ContentPlace place, CancellationToken cancellationToken) =>
        Attachments.ListAsync(place, cancellationToken);

    public Task<FoundAttachment> FindAttachmentAsync(ContentId id, CancellationToken cancellationToken) =>
        Attachments.FindAsync(id, cancellationToken);

    public Task<IReadOnlyList<ContentVersion>> GetVersionsAsync(ContentPlace place, CancellationToken cancellationToken) =>
        new DataCenterVersions(api).ListAsync(place, cancellationToken);

    /// <summary>The version's own members; labels, ancestors and space are those of now.</summary>
    public async Task<VersionedItem> GetVersionAsync(ContentPlace place, int number, CancellationToken cancellationToken)
    {
        ContentDto version = await new DataCenterVersions(api).GetAsync(place, number, "version,body.storage", cancellationToken).ConfigureAwait(false);
        ContentVersion details = VersionMapping.FromDataCenter(Required.Member(version.Version, "version"));
        string storage = Required.Member(version.Body?.Storage?.Value, "body.storage.value");
        Task<ContentMetadata> now = GetMetadataAsync(place.Id, cancellationToken);
        Task<IReadOnlyDictionary<string, string>> names = NamesAsync(storage, cancellationToken);
        await Task.WhenAll(now, names).ConfigureAwait(false);
        ContentMetadata metadata = await now.ConfigureAwait(false) with
        {
            Title = Required.Member(version.Title, "title"),
            Status = VocabularyMapping.ToStatus(version.Status),
            Editor = details.Author,
            Modified = details.Created,
            Version = details.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return new(new(metadata) { AnchorStyle = HeadingAnchorStyle.TitlePrefixed, Storage = storage, PeopleNames = await names.ConfigureAwait(false) }, details);
    }

    public async Task<IReadOnlyList<ContentComment>> GetCommentsAsync(ContentPlace place, CancellationToken cancellationToken)
    {
        List<ContentDto> comments = await PagedList.ToListAsync(
            PagedList.WalkAsync("start", (start, token) => api.GetCommentsAsync(place.Id.Value, PageSize, start, CommentMembers, token), cancellationToken),
            comment => comment).ConfigureAwait(false);
        IReadOnlyDictionary<string, string> names = await NamesAsync(string.Concat(comments.Select(c => c.Body?.Storage?.Value)), cancellationToken).ConfigureAwait(false);
        CommentRendering rendering = new(place, context.SiteAddress, HeadingAnchorStyle.TitlePrefixed, names);
        return CommentThreads.Order(comments.Select(c => CommentMapping.FromDataCenter(c, rendering)));
    }
}
