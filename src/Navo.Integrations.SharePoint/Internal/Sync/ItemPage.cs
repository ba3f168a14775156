using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What is on a page of a library.</summary>
internal sealed class ItemPage
{
    /// <summary>The items, in the order of the page.</summary>
    public List<SyncItem> Items { get; } = [];

    /// <summary>The folders that are there, each once, the root of the library left out.</summary>
    public List<DriveItemDto> Folders { get; } = [];

    /// <summary>The ids of items that others may see now, as the feed says.</summary>
    public HashSet<string> SharedAnew { get; } = new(StringComparer.Ordinal);
}
