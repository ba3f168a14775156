using System.Text.RegularExpressions;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// What an id of ours names: the path of the resource in Graph, such as <c>drives/b!…/items/01…</c>. Only the one spelling that Graph itself gives counts; another one of the
/// same item would be decided and kept apart from it.
/// </summary>
internal abstract partial record ItemAddress
{
    public ContentId Id => new(ToString());

    public static ItemAddress? TryParse(ContentId id)
    {
        string value = id.Value;
        return (DriveItem().Match(value), ListItem().Match(value), Page().Match(value), Site().Match(value)) switch
        {
            ({ Success: true } item, _, _, _) => new DriveItemAddress(item.Groups["drive"].Value, item.Groups["item"].Value),
            (_, { Success: true } entry, _, _) => new ListItemAddress(entry.Groups["site"].Value, entry.Groups["list"].Value, entry.Groups["item"].Value),
            (_, _, { Success: true } page, _) => new SitePageAddress(page.Groups["site"].Value, page.Groups["page"].Value),
            (_, _, _, { Success: true } site) => new SiteAddress(site.Groups["site"].Value),
            _ => null,
        };
    }

    /// <exception cref="NotFoundException">No item has such an id.</exception>
    public static ItemAddress Parse(ContentId id) => TryParse(id) ?? throw ReaderGate.AbsentOrNotVisible(id);

    public abstract override string ToString();

    [GeneratedRegex("^drives/(?<drive>b![A-Za-z0-9_-]{4,200})/items/(?<item>[0-9A-Z]{4,64})\\z", RegexOptions.NonBacktracking)]
    private static partial Regex DriveItem();

    [GeneratedRegex("^sites/(?<site>[a-z0-9.-]{1,200},[0-9a-f-]{36},[0-9a-f-]{36})/lists/(?<list>[0-9a-f-]{36})/items/(?<item>[1-9][0-9]{0,9})\\z", RegexOptions.NonBacktracking)]
    private static partial Regex ListItem();

    [GeneratedRegex("^sites/(?<site>[a-z0-9.-]{1,200},[0-9a-f-]{36},[0-9a-f-]{36})/pages/(?<page>[0-9a-f-]{36})\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Page();

    [GeneratedRegex("^sites/(?<site>[a-z0-9.-]{1,200},[0-9a-f-]{36},[0-9a-f-]{36})\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Site();
}
