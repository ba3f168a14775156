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
        return DriveItem().Match(value) is { Success: true } item ? new DriveItemAddress(item.Groups["drive"].Value, item.Groups["item"].Value)
            : ListItem().Match(value) is { Success: true } entry ? new ListItemAddress(entry.Groups["site"].Value, entry.Groups["list"].Value, entry.Groups["item"].Value)
            : Page().Match(value) is { Success: true } page ? new SitePageAddress(page.Groups["site"].Value, page.Groups["page"].Value)
            : Site().Match(value) is { Success: true } site ? new SiteAddress(site.Groups["site"].Value)
            : null;
    }

    /// <exception cref="NotFoundException">No item has such an id.</exception>
    public static ItemAddress Parse(ContentId id) => TryParse(id) ?? throw ReaderGate.AbsentOrNotVisible(id);

    public abstract override string ToString();

    // No part can end in more than one place, so none of these is ever tried twice at the same text.
    [GeneratedRegex("^drives/(?<drive>b![A-Za-z0-9_-]{4,200})/items/(?<item>[0-9A-Z]{4,64})\\z")]
    private static partial Regex DriveItem();

    [GeneratedRegex("^sites/(?<site>[a-z0-9.-]{1,200},[0-9a-f-]{36},[0-9a-f-]{36})/lists/(?<list>[0-9a-f-]{36})/items/(?<item>[1-9][0-9]{0,9})\\z")]
    private static partial Regex ListItem();

    [GeneratedRegex("^sites/(?<site>[a-z0-9.-]{1,200},[0-9a-f-]{36},[0-9a-f-]{36})/pages/(?<page>[0-9a-f-]{36})\\z")]
    private static partial Regex Page();

    [GeneratedRegex("^sites/(?<site>[a-z0-9.-]{1,200},[0-9a-f-]{36},[0-9a-f-]{36})\\z")]
    private static partial Regex Site();
}
