using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The comments on a page of Cloud: footer and inline ones stand behind lists of their own, and so do the replies to each.</summary>
internal sealed class CloudComments(IConfluenceCloudApi api, CloudLookups lookups, string siteAddress)
{
    private const int PageSize = ConfluenceDefaults.MaxPageSize;

    /// <summary>Comments that are asked for their replies at once.</summary>
    private const int MaxParallelism = 8;

    /// <summary>Replies to replies beyond this are not believed.</summary>
    private const int MaxDepth = 100;

    /// <summary>The address for people, as the lists name it: behind the gateway the source alone knows it.</summary>
    private string _baseAddress = $"{siteAddress}/wiki";

    public async Task<IReadOnlyList<ContentComment>> ReadAsync(ContentPlace place, CancellationToken cancellationToken)
    {
        List<FoundComment>[] found = await Task.WhenAll(
            FindAsync(place, CommentPlacement.Footer, cancellationToken),
            FindAsync(place, CommentPlacement.Inline, cancellationToken)).ConfigureAwait(false);
        List<FoundComment> all = [.. found.SelectMany(f => f)];
        IReadOnlyDictionary<string, string> names = await lookups.NamesAsync(
            all.SelectMany(c => (string?[])[c.First?.AuthorId, .. MentionScanner.IdsIn(c.Comment.Body?.Storage?.Value, "ri:account-id")]),
            cancellationToken).ConfigureAwait(false);
        CommentRendering rendering = new(place, _baseAddress, HeadingAnchorStyle.Dashed, names);
        return CommentThreads.Order(all.Select(c => CommentMapping.FromCloud(c.Comment, c.Placement, c.First, rendering)));
    }

    /// <summary>All comments of one placement, level by level.</summary>
    private async Task<List<FoundComment>> FindAsync(ContentPlace place, CommentPlacement placement, CancellationToken cancellationToken)
    {
        string kind = placement == CommentPlacement.Inline ? "inline-comments" : "footer-comments";
        string container = place.Kind == ContentKind.BlogPost ? "blogposts" : "pages";
        List<CommentDto> level = await ListAsync((cursor, token) => api.GetCommentsAsync(container, place.Id.Value, kind, PageSize, cursor, token), cancellationToken).ConfigureAwait(false);
        List<FoundComment> found = [];
        for (int depth = 0; level.Count > 0; depth++)
        {
            if (depth > MaxDepth)
            {
                throw new ProtocolException("The replies to a comment don't end.");
            }

            List<CommentDto> replies = [];
            foreach (CommentDto[] some in level.Chunk(MaxParallelism))
            {
                (FoundComment Comment, List<CommentDto> Replies)[] read = await Task.WhenAll(some.Select(c => ReadAsync(c, kind, placement, cancellationToken))).ConfigureAwait(false);
                found.AddRange(read.Select(r => r.Comment));
                replies.AddRange(read.SelectMany(r => r.Replies));
            }

            level = replies;
        }

        return found;
    }

    private async Task<(FoundComment Comment, List<CommentDto> Replies)> ReadAsync(CommentDto comment, string kind, CommentPlacement placement, CancellationToken cancellationToken)
    {
        string id = Required.Member(comment.Id, "results[].id");
        Task<VersionDto?> first = FirstVersionAsync(comment, kind, id, cancellationToken);
        List<CommentDto> replies = await ListAsync((cursor, token) => api.GetRepliesAsync(kind, id, PageSize, cursor, token), cancellationToken).ConfigureAwait(false);
        List<CommentDto> below = [.. replies.Select(r => r.ParentCommentId is { Length: > 0 } ? r : r with { ParentCommentId = id })];
        return (new(comment, placement, await first.ConfigureAwait(false)), below);
    }

    /// <summary>Who wrote a comment and when stands in its first version only; null where that was removed.</summary>
    private async Task<VersionDto?> FirstVersionAsync(CommentDto comment, string kind, string id, CancellationToken cancellationToken)
    {
        if (Required.Member(comment.Version?.Number, "results[].version.number") == 1)
        {
            return comment.Version;
        }

        try
        {
            return await api.GetCommentVersionAsync(kind, id, 1, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private Task<List<CommentDto>> ListAsync(Func<string?, CancellationToken, Task<ListDto<CommentDto>>> getPage, CancellationToken cancellationToken)
    {
        return PagedList.ToListAsync(PagedList.WalkAsync("cursor", ReadPageAsync, cancellationToken), comment => comment);

        async Task<ListDto<CommentDto>> ReadPageAsync(string? cursor, CancellationToken token)
        {
            ListDto<CommentDto> page = await getPage(cursor, token).ConfigureAwait(false);
            _baseAddress = page.Links?.Base ?? _baseAddress;
            return page;
        }
    }

    private sealed record FoundComment(CommentDto Comment, CommentPlacement Placement, VersionDto? First);
}
