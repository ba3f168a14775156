using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class DataCenterDesk
{
    private const string CommentMembers = "body.storage,version,history,ancestors,extensions.inlineProperties,extensions.resolution";

    public async Task<ContentPlace> PlaceAsync(ContentId id, CancellationToken cancellationToken)
    {
        ContentDto content = await ReadAsync(id, "version,space", cancellationToken).ConfigureAwait(false);
        return new(
            id,
            VocabularyMapping.ToKind(content.Type),
            Required.Member(content.Title, "title"),
            ContentMapping.ToContainer(content),
            Required.Member(content.Version?.Number, "version.number"));
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
