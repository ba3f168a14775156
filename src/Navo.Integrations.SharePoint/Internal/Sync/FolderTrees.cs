using System.Collections.Concurrent;
using Navo.Integrations.SharePoint.Api;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Hands the folders that a walk knows on from page to page. They are good only for the position that the page before gave: whoever comes with another one has missed what happened to
/// folders in between, and begins with none.
/// </summary>
internal sealed class FolderTrees(IGraphApi api)
{
    private readonly ConcurrentDictionary<string, (string Position, FolderTree Tree)> _trees = new(StringComparer.Ordinal);

    public FolderTree Take(string drive, string position) => Take(drive, position, out _);

    public FolderTree Take(string drive, string position, out bool isNew)
    {
        isNew = !_trees.TryRemove(drive, out (string Position, FolderTree Tree) kept) || kept.Position != position;
        return isNew ? New(drive) : kept.Tree;
    }

    public FolderTree New(string drive) => new(api, drive);

    public void Keep(string drive, string position, FolderTree tree, bool isOver)
    {
        if (!isOver)
        {
            _trees[drive] = (position, tree);
        }
    }
}
