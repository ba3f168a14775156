using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Puts comments in the order in which they are read: by thread, the oldest first, replies below what they reply to.</summary>
internal static class CommentThreads
{
    /// <summary>All comments, once each. One whose parent is not among them begins a thread; ids that lead back to themselves are refused.</summary>
    public static IReadOnlyList<ContentComment> Order(IEnumerable<ContentComment> comments)
    {
        List<ContentComment> all = [.. comments.DistinctBy(c => c.Id).OrderBy(c => c.Created ?? c.Modified).ThenBy(c => c.Id.Value.Length).ThenBy(c => c.Id.Value, StringComparer.Ordinal)];
        HashSet<ContentId> known = [.. all.Select(c => c.Id)];
        ILookup<ContentId?, ContentComment> replies = all.ToLookup(c => c.ParentId is { } parent && known.Contains(parent) ? parent : (ContentId?)null);
        List<ContentComment> ordered = [];
        Stack<ContentComment> open = new(replies[null].Reverse());
        Dictionary<ContentId, int> depths = [];
        while (open.TryPop(out ContentComment? comment))
        {
            int depth = comment.ParentId is { } parent && depths.TryGetValue(parent, out int above) ? above + 1 : 0;
            depths[comment.Id] = depth;
            ordered.Add(comment with { Depth = depth });
            foreach (ContentComment reply in replies[comment.Id].Reverse())
            {
                open.Push(reply);
            }
        }

        return ordered.Count == all.Count ? ordered : throw new ProtocolException("The replies to a comment lead back to it.");
    }
}
