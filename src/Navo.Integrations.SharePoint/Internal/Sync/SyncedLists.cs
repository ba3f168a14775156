using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Which lists of a site are partitions: those of people, and the page library for the pages. Libraries are told as drives, and what is the system's own is left out.</summary>
internal static class SyncedLists
{
    /// <summary>Lists that hold no content of people's, where they are not hidden anyway, and libraries whose template does not end like one.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "xmlForm", "dataSources", "noCodeWorkflows", "noCodePublic", "customWorkflowProcess", "workflowProcess", "workflowHistory", "userInformation", "accessRequest",
    };

    public static IEnumerable<SyncPartition> Of(SitePlace site, IEnumerable<ListDto> lists, (bool Lists, bool Pages) wanted) => lists
        .Select(list => (List: list, Id: IdOf(site, list, wanted)))
        .Where(static entry => entry.Id is not null)
        .DistinctBy(static entry => entry.Id)
        .Select(entry => new SyncPartition(entry.Id!, $"{site.Name ?? site.WebUrl}: {entry.List.DisplayName ?? entry.List.Name}"));

    private static string? IdOf(SitePlace site, ListDto list, (bool Lists, bool Pages) wanted) => list switch
    {
        { List.Template: SharePointDefaults.PageLibrary } => wanted.Pages ? new PagesPartition(site.Id).Id : null,
        { System: not null } or { List.Hidden: true } => null,
        { List.Template: { } template } when IsOther(template) => null,
        _ => wanted.Lists ? new ListPartition(site.Id, Required.Member(list.Id, "id").ToLowerInvariant()).Id : null,
    };

    private static bool IsOther(string template) =>
        template.EndsWith("Library", StringComparison.OrdinalIgnoreCase) || template.EndsWith("Catalog", StringComparison.OrdinalIgnoreCase) || Others.Contains(template);
}
