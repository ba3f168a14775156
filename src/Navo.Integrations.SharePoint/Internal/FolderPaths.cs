using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The folders above items, put together from a whole library by ids: delta gives no paths, and a renamed folder does not bring what lies in it.</summary>
internal sealed class FolderPaths(IEnumerable<DriveItemDto> library)
{
    private const int MaxDepth = 400;

    private readonly Dictionary<string, DriveItemDto> _items = library.ToDictionary(item => item.Id!, StringComparer.Ordinal);

    /// <summary>The path; null where a folder above is not part of the library.</summary>
    public string? Of(DriveItemDto item)
    {
        List<string> names = [];
        for (string? above = item.ParentReference?.Id; above is not null && names.Count < MaxDepth;)
        {
            if (!_items.TryGetValue(above, out DriveItemDto? folder))
            {
                return null;
            }

            if (folder.Root is not null)
            {
                names.Reverse();
                return string.Join('/', names);
            }

            names.Add(folder.Name ?? string.Empty);
            above = folder.ParentReference?.Id;
        }

        return null;
    }
}
