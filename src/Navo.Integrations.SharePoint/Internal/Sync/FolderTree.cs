using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// The folders of a library as far as a walk through it has come: the feed gives no paths, so ancestors are put together by ids. What the feed has shown is taken from there, anything else
/// is asked for once. Not safe for concurrent use.
/// </summary>
internal sealed class FolderTree(IGraphApi api, string drive)
{
    private const int MaxDepth = 400;
    private const int MaxFolders = 100_000;

    private readonly Dictionary<string, FolderEntry> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ContentAncestor>> _paths = new(StringComparer.Ordinal);

    /// <summary>The folders whose items were told since the last page of the feed.</summary>
    public HashSet<string> Told { get; } = new(StringComparer.Ordinal);

    /// <summary>The folders that the feed has shown in another state before, in which what lies in them may have been told.</summary>
    public HashSet<string> ShownOtherwise { get; } = new(StringComparer.Ordinal);

    public void Put(DriveItemDto folder)
    {
        FolderEntry entry = EntryOf(folder);
        if (_folders.Count >= MaxFolders)
        {
            _folders.Clear(); // memory stays bounded; what is needed is asked for again
            _paths.Clear();
        }

        if (!_folders.TryGetValue(folder.Id!, out FolderEntry? known) || known != entry)
        {
            ShownOtherwise.UnionWith(known is null ? [] : [folder.Id!]);
            _folders[folder.Id!] = entry;
            _paths.Clear();
        }
    }

    /// <summary>The folders above an item from the root of the library down to its own.</summary>
    public async ValueTask<IReadOnlyList<ContentAncestor>> AncestorsAsync(string? parent, CancellationToken cancellationToken)
    {
        if (parent is null)
        {
            return [];
        }

        if (_paths.TryGetValue(parent, out IReadOnlyList<ContentAncestor>? path))
        {
            return path;
        }

        List<ContentAncestor> ancestors = [];
        for (string? id = parent; id is { Length: > 0 } && ancestors.Count < MaxDepth;)
        {
            FolderEntry folder = await FindAsync(id, cancellationToken).ConfigureAwait(false);
            ancestors.Add(new(new DriveItemAddress(drive, id).Id, folder.IsRoot ? null : folder.Name, ContentKind.Folder));
            id = folder.IsRoot ? null : folder.Parent;
        }

        ancestors.Reverse();
        return _paths[parent] = ancestors;
    }

    private async ValueTask<FolderEntry> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (_folders.TryGetValue(id, out FolderEntry? known))
        {
            return known;
        }

        try
        {
            return _folders[id] = EntryOf(await api.GetItemAsync(drive, PathSegment.Of(id), "id,name,parentReference,root,folder", null, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure) when (failure is NotFoundException or PermissionException)
        {
            return _folders[id] = FolderEntry.Unknown; // it has just gone, which the feed is going to tell, or it is closed to the application
        }
    }

    private static FolderEntry EntryOf(DriveItemDto folder) => new(folder.Name, folder.ParentReference?.Id, folder.Root is not null);
}
